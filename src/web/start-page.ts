const demonstrationAt = (address: string): string => `
      <p class="mark"><strong>Demonstration.</strong> The council of Northshire is invented, and anybody who can open this page can
      sign in as anybody there. Never put a real child’s details here.</p>
      <h2>To try it</h2>
      <p>Sign in as an IRO and keep the token that comes back:</p>
      <pre>curl -s ${address}/api/v1/demonstration/sign-in \\
  -H 'Content-Type: application/json' -d '{"name":"A. Hartwell"}'</pre>
      <p>The README goes on from there: one dispute from raising to resolution.</p>`;

const SERVICE = `
      <p>There is nothing to click here yet. Programs work through the API; the README shows the command line.</p>`;

/**
 * The page at `/`: what this is and where to go. Plain, with nothing to load.
 * @param address where it is served, for the command it shows
 */
export const startPage = (demonstration: boolean, address: string): string => `<!doctype html>
<html lang="en-GB">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Footprint${demonstration ? ' (demonstration)' : ''}</title>
    <style>
      body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; color: #0b0c0c }
      a { color: #1d70b8 }
      pre { background: #f3f2f1; padding: 1rem; overflow-x: auto; font-size: 0.95rem }
      .mark { border-left: 0.5rem solid #1d70b8; padding-left: 1rem }
    </style>
  </head>
  <body>
    <main>
      <h1>Footprint</h1>
      <p>Footprint keeps the record when an Independent Reviewing Officer disputes what is happening for a child, and when somebody
      does well: who raised it, who answered and when, what was agreed, and what changed for the child. Leaders see the themes, by
      team and by quarter.</p>${demonstration ? demonstrationAt(address) : SERVICE}
      <h2>Where to go</h2>
      <ul>
        <li><a href="/api">The API</a>, described and ready to try, and its <a href="/api/v1/openapi.json">OpenAPI document</a></li>
        <li><a href="/health">Whether everything is up to date</a></li>
      </ul>
    </main>
  </body>
</html>
`;
