import type { MetadataRoute } from "next";
import { interfaceText } from "@/lib/format/interface-text";
import { colours } from "./colours";

/** How Myomatch presents itself when it is installed. It starts with an empty case. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: interfaceText.title,
    short_name: "Myomatch",
    description: "Published studies of immunoglobulin in dermatomyositis and polymyositis, matched to one case.",
    lang: "en",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: colours.light.paper,
    theme_color: colours.light.accent,
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
