import { prepareLibrary } from "@/lib/answer/library";
import { limitWork } from "@/lib/api/limit-work";
import { answerHook, isConcerned } from "@/lib/cds/answer-hook";
import { sortRecord } from "@/lib/cds/record";
import { readHookRequest } from "@/lib/cds/request";
import { getDayIn } from "@/lib/cds-endpoint/day";
import { answerBody, answerPreflight, reply, replyBusy, replyRefusal } from "@/lib/cds-endpoint/endpoint";
import { fetchRecord } from "@/lib/cds-endpoint/fetch-record";
import { loadLibrary } from "@/lib/study/load";

const library = prepareLibrary(loadLibrary());

/** Takes the call of a hook and replies with at most one card. Nothing is stored and nothing of it is logged. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answerBody(request, id, async ({ service, body, settings }) => {
    const read = readHookRequest(body, service);
    if (!read.ok) return replyRefusal(read);
    if (!isConcerned(read.request)) return reply({ cards: [] });
    const prefetch = read.request.prefetch ?? {};
    const fetched = await fetchRecord(read.request, sortRecord(prefetch), settings);
    const record = sortRecord({ ...prefetch, ...fetched });
    const { baseUrl, timeZone } = settings;
    const on = getDayIn(timeZone, new Date());
    return limitWork(() => {
      const answer = answerHook(read.request, record, library, { baseUrl, on, uuid: crypto.randomUUID() });
      return answer.ok ? reply({ cards: answer.cards }) : replyRefusal(answer);
    }, replyBusy);
  });
}

export const OPTIONS = answerPreflight;
