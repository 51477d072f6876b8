import type { ListedPatient } from "./repository";

/** A page of the test record system. Its texts come from our own files, and are written as they are. */
function draw(title: string, content: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>body { font: 1rem/1.5 sans-serif; margin: 1rem } iframe { width: 100%; height: 85vh }</style>
<h1>${title}</h1>${content}</html>`;
}

/** Every patient, with the links that open the program for them. */
export function drawList(patients: readonly ListedPatient[]): string {
  const lines = patients.map(
    ({ id, name, birthDate }) =>
      `<li>${name}, born ${birthDate}: <a href="/launch?patient=${id}">launch</a>, <a href="/frame?patient=${id}">launch in a frame</a></li>`,
  );
  return draw("Test record system", `<p>Invented patients.</p><ul>${lines.join("")}</ul>`);
}

/** The program in a frame, as many record systems show it. */
export function drawFrame(launch: string): string {
  return draw("Test record", `<iframe title="Program" src="${launch.replaceAll("&", "&amp;")}"></iframe>`);
}

/** Where the clinician chooses a patient for a standalone launch, or refuses. */
export function drawChoice(request: string, patients: readonly ListedPatient[]): string {
  const lines = patients.map(
    ({ id, name, birthDate }) =>
      `<li><a href="/choose?request=${request}&patient=${id}">${name}, born ${birthDate}</a></li>`,
  );
  return draw(
    "Which patient may Myomatch read?",
    `<ul>${lines.join("")}</ul><p><a href="/choose?request=${request}">Refuse</a></p>`,
  );
}

/** Why nobody is sent anywhere. */
export function drawRefusal(reason: string): string {
  return draw("Not possible", `<p>${reason}</p>`);
}
