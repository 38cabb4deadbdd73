import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'

/** The schema that the protocol publishes, as the package `sitemap` brings it. */
const PUBLISHED = join(dirname(createRequire(import.meta.url).resolve('sitemap/package.json')), 'schema', 'sitemap.xsd')

/** The one element of XHTML that stands in a sitemap, with what search engines ask of it there. */
const XHTML = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
	<xs:element name="link"><xs:complexType>
		<xs:attribute name="rel" use="required" fixed="alternate"/>
		<xs:attribute name="hreflang" type="xs:language" use="required"/>
		<xs:attribute name="href" type="xs:anyURI" use="required"/>
	</xs:complexType></xs:element>
</xs:schema>`

const BOTH = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
	<xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
	<xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml.xsd"/>
</xs:schema>`

let ready = false

/** What the protocol's schema finds wrong with a sitemap. */
export function sitemapFaults(document: string): string[] {
	if (!ready) {
		const schemas = { 'sitemap.xsd': readFileSync(PUBLISHED), 'xhtml.xsd': new TextEncoder().encode(XHTML) }
		xmlRegisterInputProvider(new XmlBufferInputProvider(schemas))
		ready = true
	}
	using schema = XmlDocument.fromString(BOTH, { url: 'both.xsd' })
	using validator = XsdValidator.fromDoc(schema)
	using read = XmlDocument.fromString(document)
	try {
		validator.validate(read)
		return []
	} catch (error) {
		return [String(error)]
	}
}
