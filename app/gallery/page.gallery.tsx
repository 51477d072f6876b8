"use client";

import { Gallery } from "@/components/ui/gallery";

export default Gallery;
