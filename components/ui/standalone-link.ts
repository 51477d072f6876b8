/** A link that is alone, and not within a line of text, is tall enough for a finger. */
export const standaloneLink = "inline-flex min-h-11 items-center";
