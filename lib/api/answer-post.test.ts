import { expect, test } from "vitest";
import { answerPost } from "./answer-post";

const post = (body: string, type: string) =>
  new Request("https://app.example/api/evidence", { method: "POST", body, headers: { "content-type": type } });

test("a body that can be read is answered, and any other is refused unasked", async () => {
  const asked: string[] = [];
  const answer = (body: string) => {
    asked.push(body);
    return new Response("answered");
  };
  const answered = await answerPost(post("{}", "application/json"), answer);
  expect([answered.status, await answered.text()]).toEqual([200, "answered"]);
  expect((await answerPost(post("{}", "text/plain"), answer)).status).toBe(415);
  expect((await answerPost(post(" ".repeat(64_001), "application/json"), answer)).status).toBe(413);
  expect(asked).toEqual(["{}"]);
});
