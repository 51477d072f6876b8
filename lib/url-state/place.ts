import { writeAsName } from "./checks";
import { createPart } from "./part";

/**
 * The heading or word of a page that a link leads to, by its id; null where the link names none. An anchor of the
 * browser's own would replace the case.
 */
export const { write: writePlace, read: readPlace } = createPart<string | null>({
  name: "place",
  codec: writeAsName(/^[a-z0-9-]{1,40}$/),
  empty: null,
  refusal: {
    subject: "The part of this link that names a place on the page",
    result: "the page begins at its top",
    remedy: "choose the place in the contents of the page",
  },
});
