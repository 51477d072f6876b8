/** What a reader sees at the address of a page that is not on the device any more, and cannot be fetched. */
const html = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not on this device · Myomatch</title>
</head>
<body>
<main>
<h1>This page is not on this device</h1>
<p>There is no network, and the copy that this browser keeps does not hold this page, or no longer.</p>
<p>Your case is still in the address. With a network, load this page again. Myomatch then saves what is missing.</p>
</main>
</body>
</html>
`;

/** The reply for such an address: never that nothing is there, which would be untrue. */
export function createLostPage(): Response {
  const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": "default-src 'none'" };
  return new Response(html, { status: 503, headers });
}
