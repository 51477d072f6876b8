import type { Metadata } from "next";
import { LaunchPage } from "@/components/launch/launch-page";
import { interfaceText } from "@/lib/format/interface-text";
import { readRecordSystems } from "@/lib/smart/settings.mjs";

export const metadata: Metadata = {
  title: interfaceText.fromRecord,
  description: "Reads what matters from a patient's record and offers it as answers.",
  robots: { index: false },
};

export default function Page() {
  return <LaunchPage systems={readRecordSystems(process.env)} />;
}
