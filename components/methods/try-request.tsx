"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { controlLook, Field } from "@/components/ui/field";
import { CodeLines } from "./code-lines";

type Reply = { state: string; body: string };

/** Sends what is in the field to this server, and shows what it replies. */
export function TryRequest({ path, body }: { path: string; body: string }) {
  const [text, setText] = useState(body);
  const [reply, setReply] = useState<Reply | "sending" | null>(null);

  async function send() {
    setReply("sending");
    setReply(await post(path, text));
  }

  return (
    <div className="space-y-3 print:hidden">
      <Field label="Body to send" hint="An example. It can be changed.">
        {(control) => (
          <textarea
            {...control}
            value={text}
            onChange={({ target }) => setText(target.value)}
            rows={text.split("\n").length}
            spellCheck={false}
            className={`${controlLook} mt-1 block w-full p-2 font-mono text-sm`}
          />
        )}
      </Field>
      <Button look="main" onClick={send} aria-disabled={reply === "sending"}>
        Send to this server
      </Button>
      <p role="status">{reply === "sending" ? "Sending …" : reply?.state}</p>
      {reply !== null && reply !== "sending" && reply.body !== "" && <CodeLines text={reply.body} name="Reply" />}
    </div>
  );
}

/** What the server replied, in words and as indented JSON; where it could not be reached, what to do. */
async function post(path: string, body: string): Promise<Reply> {
  try {
    const reply = await fetch(path, { method: "POST", headers: { "content-type": "application/json" }, body });
    const received = await reply.text();
    const size = Math.ceil(new Blob([received]).size / 1000);
    return { state: `Replied with status ${reply.status}, ${size} kB.`, body: indent(received) };
  } catch {
    return { state: "The server could not be reached. Check the network and send again.", body: "" };
  }
}

function indent(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
