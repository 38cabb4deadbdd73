import { raw } from 'hono/html'

/** What is said of a page to programs, beside its title and description. */
export type Described = {
	/** Of Open Graph, in the names it has for them: `og:title`. */
	readonly shared: Readonly<Record<string, string>>
	/** Dublin Core, by the terms it has (https://www.dublincore.org/specifications/dublin-core/dcmi-terms/). */
	readonly catalogued?: Readonly<Record<string, string | readonly string[]>> | undefined
	/** JSON-LD. */
	readonly linked?: object | undefined
}

/** The part of a page's head that no reader sees: what stands in previews, catalogues and answers of search engines. */
export function Description({ shared, catalogued, linked }: Described) {
	return (
		<>
			{Object.entries(shared).map(([name, content]) => (
				<meta property={name} content={content} />
			))}
			{catalogued && <link rel="schema.dcterms" href="http://purl.org/dc/terms/" />}
			{Object.entries(catalogued ?? {}).map(([term, contents]) =>
				[contents].flat().map((content) => <meta name={`dcterms.${term}`} content={content} />),
			)}
			{/* Nothing that was written can end it: it holds no `<`. A block of data is run by no browser. */}
			{linked && <script type="application/ld+json">{raw(JSON.stringify(linked).replaceAll('<', '\\u003c'))}</script>}
		</>
	)
}
