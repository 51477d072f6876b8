import { examples } from "./examples";

/** Every example of every component. It is a page of `npm run dev` and of the browser tests, and not of the product. */
export function Gallery() {
  return (
    <div className="mx-auto max-w-3xl space-y-8 p-4">
      <h1 className="text-xl font-bold">Components</h1>
      {Object.entries(examples).map(([component, shown]) => (
        <section key={component} aria-label={component}>
          <h2 className="mb-2 border-b-2 border-edge text-lg font-bold">{component}</h2>
          <div className="space-y-4">
            {shown.map(({ name, element }) => (
              <div key={name} data-example={`${component}: ${name}`}>
                <h3 className="mb-1 text-sm text-quiet">{name}</h3>
                {element}
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
