import { answerCase } from "@/lib/answer/answer";
import { prepareLibrary } from "@/lib/answer/library";
import { writeReply } from "@/lib/answer/write-reply";
import { answerPost } from "@/lib/api/answer-post";
import { readEvidenceRequest } from "@/lib/api/request";
import { createRefusal, createReply } from "@/lib/api/responses";
import { readCase } from "@/lib/case/facts";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** Takes a profile and replies with the complete answer. Nothing is stored and no body is logged. */
export function POST(request: Request): Promise<Response> {
  return answerPost(request, (body) => {
    const read = readEvidenceRequest(body);
    return read.ok ? createReply(writeReply(answerCase(readCase(read.profile), library))) : createRefusal(read);
  });
}
