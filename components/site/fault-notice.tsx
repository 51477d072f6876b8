import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { interfaceText } from "@/lib/format/interface-text";

/**
 * What a reader sees where the program itself is at fault. The case is in the address and so is not lost. The document is
 * loaded again, not only drawn again: a script that is missing would stay missing.
 */
export function FaultNotice() {
  return (
    <>
      <h1 className="mb-3 text-xl font-bold">Myomatch</h1>
      <Notice title="This page could not be shown">
        <p>
          The fault is in Myomatch, or a part of it did not arrive. It is not in what you entered. Your case is still in
          the address of this page.
        </p>
        <p className="mt-2">
          <Button onClick={() => window.location.reload()}>{interfaceText.tryAgain}</Button>
        </p>
      </Notice>
    </>
  );
}
