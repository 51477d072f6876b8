/**
 * The id of a study, in its sheet, in addresses and in links: lower-case words, hyphens between them, at most 64
 * characters, so that six of them in a link still fit into a QR code.
 */
export const studyIdPattern = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
