import { type FeedbackCounts, readFeedback } from "@/lib/cds/feedback";
import { answerBody, answerPreflight, answerService, reply, replyRefusal } from "@/lib/cds-endpoint/endpoint";

/** How many cards had which outcome since the server started, by service: all that is kept of feedback. */
const counts = new Map<string, FeedbackCounts>();

type Context = { params: Promise<{ id: string }> };

/** Takes feedback on cards and counts it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerBody(request, id, ({ service, body }) => {
    const read = readFeedback(body);
    if (!read.ok) return replyRefusal(read);
    const { accepted, overridden } = counts.get(service.id) ?? { accepted: 0, overridden: 0 };
    counts.set(service.id, {
      accepted: accepted + read.counts.accepted,
      overridden: overridden + read.counts.overridden,
    });
    return reply({});
  });
}

/** The counts, for whoever runs the server. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return answerService(request, id, ({ service }) => reply(counts.get(service.id) ?? { accepted: 0, overridden: 0 }));
}

export const OPTIONS = answerPreflight;
