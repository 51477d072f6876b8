import { prepareLibrary } from "@/lib/answer/library";
import { limitWork } from "@/lib/api/limit-work";
import { answerHook, isConcerned } from "@/lib/cds/answer-hook";
import { sortRecord } from "@/lib/cds/record";
import { readHookRequest } from "@/lib/cds/request";
import { answerBody, answerPreflight, reply, replyRefusal } from "@/lib/cds-endpoint/endpoint";
import { fetchRecord } from "@/lib/cds-endpoint/fetch-record";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** Takes the call of a hook and replies with at most one card. Nothing is stored and nothing of it is logged. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answerBody(request, id, async ({ service, body, settings, baseUrl }) => {
    const read = readHookRequest(body, service);
    if (!read.ok) return replyRefusal(read);
    if (!isConcerned(read.request)) return reply({ cards: [] });
    const prefetch = read.request.prefetch ?? {};
    const { missing } = sortRecord(prefetch);
    const record = sortRecord({ ...prefetch, ...(await fetchRecord(read.request, missing, settings)) });
    const on = new Date().toISOString().slice(0, 10);
    return limitWork(() => {
      const answer = answerHook(read.request, record, library, { baseUrl, on, uuid: crypto.randomUUID() });
      return answer.ok ? reply({ cards: answer.cards }) : replyRefusal(answer);
    });
  });
}

export const OPTIONS = answerPreflight;
