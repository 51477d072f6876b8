import { formatDate } from "@/lib/format/numbers";
import type { OfflineState } from "./offline-state";

type Situation = { copy: OfflineState; isOnline: boolean; version: string; searched: string };

/** A sentence on what is kept on the device, and whether it is news, to be read out when it appears. */
type OfflineSentence = { text: string; isNews: boolean };

/** What a reader is shown about working without a network; "" while there is nothing to say. */
export function composeOfflineMessage({ copy, isOnline, version, searched }: Situation): OfflineSentence {
  // what is saved is known within moments; until then any statement could be false
  if (copy.state === "unknown") return { text: "", isNews: false };
  const isSaved = copy.state === "saved";
  if (!isOnline) {
    const saved = `No network: this is the saved library ${version}, searched ${formatDate(searched)}.`;
    const open = "No network, and no copy on this device: what is open works on, other pages do not open.";
    return { text: isSaved ? saved : open, isNews: true };
  }
  if (isSaved && copy.isUpdateFailed) {
    const text = `Saved on this device, but the last attempt to bring it up to date failed: this is library ${version}, searched ${formatDate(searched)}.`;
    return { text, isNews: true };
  }
  if (isSaved) return { text: "Saved on this device for use without a network.", isNews: copy.isNew };
  if (copy.state === "none") {
    return { text: "Needs a network in this browser.", isNews: false };
  }
  return { text: "", isNews: false };
}
