import type { Metadata } from "next";
export const metadata: Metadata = { title: "About" };
export default function Page() {
  return <h1 className="text-xl font-bold">About</h1>;
}
