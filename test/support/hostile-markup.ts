/** Texts that a person could send to make a page run something, load something or break. For tests in Node and in workerd. */
export const HOSTILE_MARKUP: readonly string[] = [
	// Plain HTML
	'<script>alert(1)</script>',
	'<ScRiPt src=//evil.example/x.js></sCrIpT>',
	'<script\n>alert(1)</script\n>',
	'<img src=x onerror=alert(1)>',
	'<img/src="x"/onerror=alert(1)>',
	'<svg onload=alert(1)>',
	'<svg><script>alert(1)</script></svg>',
	'<svg><a xlink:href="javascript:alert(1)"><text y="20">x</text></a></svg>',
	'<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
	'<iframe src="javascript:alert(1)"></iframe>',
	'<iframe srcdoc="<script>alert(1)</script>"></iframe>',
	'<object data="javascript:alert(1)"></object>',
	'<embed src="data:text/html,<script>alert(1)</script>">',
	'<form action="javascript:alert(1)"><button>x</button></form>',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="#" onclick="alert(1)">x</a>',
	'<p style="background:url(javascript:alert(1))">x</p>',
	'<style>@import "//evil.example/x.css";</style>',
	'<link rel=stylesheet href=//evil.example/x.css>',
	'<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
	'<base href="//evil.example/">',
	'<body onload=alert(1)>',
	'<details open ontoggle=alert(1)>x</details>',
	'<template><script>alert(1)</script></template>',
	'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
	'<!--><img src=x onerror=alert(1)>-->',
	'<!-- --!><img src=x onerror=alert(1)> -->',
	'<![CDATA[<img src=x onerror=alert(1)>]]>',
	'<?xml version="1.0"?><script>alert(1)</script>',
	'<<img src=x onerror=alert(1)>',
	'<img src=x onerror=alert(1)//',
	'</p><script>alert(1)</script>',
	'</article></main><h1>x</h1>',
	'<input autofocus onfocus=alert(1)>',
	'<a id="p7" name="p7">x</a>',
	// Addresses that run
	'[x](javascript:alert(1))',
	'[x](JaVaScRiPt:alert(1))',
	'[x]( javascript:alert(1))',
	'[x](<javascript:alert(1)>)',
	'[x](<java\tscript:alert(1)>)',
	'[x](java&Tab;script:alert(1))',
	'[x](java&NewLine;script:alert(1))',
	'[x](javascript&colon;alert(1))',
	'[x](javascript&#58;alert(1))',
	'[x](javascript&#x3A;alert(1))',
	'[x](javascript&#0000058alert(1))',
	'[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))',
	'[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
	'[x](&amp;#106;avascript:alert(1))',
	'[x](&#1;javascript:alert(1))',
	'[x](\u0001javascript:alert(1))',
	'[x](\u00a0javascript:alert(1))',
	'[x](\ufeffjavascript:alert(1))',
	'[x](\u2028javascript:alert(1))',
	'[x](javascript\\:alert(1))',
	'[x](\\javascript:alert(1))',
	'[x](%6aavascript:alert(1))',
	'[x](vbscript:msgbox(1))',
	'[x](livescript:alert(1))',
	'[x](data:text/html,<script>alert(1)</script>)',
	'[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
	'[x](data:image/svg+xml,<svg onload=alert(1)>)',
	'[x](blob:https://evil.example/1)',
	'[x](file:///etc/passwd)',
	'[x](view-source:https://evil.example)',
	'[x](feed:javascript:alert(1))',
	'[x](jar:javascript:alert(1)!/x)',
	'[x](//evil.example)',
	'[x](/\\evil.example)',
	'[x](\\\\evil.example)',
	'[x](https:evil.example)',
	'[x](https:/evil.example)',
	'[x](https:\\\\evil.example)',
	'[x](https://evil.example\\@good.example)',
	'[x](../admin)',
	'[x](?_method=delete)',
	'[x](https://a.example/"onmouseover="alert(1))',
	"[x](https://a.example/'onmouseover='alert(1))",
	'[x](https://a.example/`onmouseover=`alert(1))',
	'[x](https://a.example/&quot;onmouseover=&quot;alert(1))',
	'[x](https://a.example/&#34;onmouseover=&#34;alert(1))',
	'[x](https://a.example/"><script>alert(1)</script>)',
	'[x](https://a.example/ "title" onmouseover="alert(1)")',
	'[x](https://a.example/ "\\"onmouseover=\\"alert(1)")',
	'[x](mailto:a@b.example"onclick="alert(1))',
	'[x](#"onclick="alert(1))',
	'[x](#</a><script>alert(1)</script>)',
	'<javascript:alert(1)>',
	'<data:text/html,x>',
	'<vbscript:x>',
	'<https://a.example/"onmouseover="alert(1)>',
	'<https://a.example/><script>alert(1)</script>',
	'https://a.example/"onmouseover="alert(1)',
	'https://a.example/<script>alert(1)</script>',
	'https://a.example/&lt;script&gt;',
	'javascript://https://a.example/%0aalert(1)',
	'xmpp:a@b.example',
	// Images, which would tell their host who reads
	'![x](https://evil.example/pixel.png)',
	'![x](javascript:alert(1))',
	'![x](x"onerror="alert(1))',
	'![<img src=x onerror=alert(1)>](https://a.example/i.png)',
	'![x"onerror="alert(1)](https://a.example/i.png)',
	'[![x](https://evil.example/pixel.png)](javascript:alert(1))',
	'[![x](javascript:alert(1))](https://a.example)',
	'![[x](javascript:alert(1))](https://a.example)',
	// Nested and broken brackets
	'[[x](https://a.example)](https://b.example)',
	'[x [y](javascript:alert(1)) z](https://a.example)',
	'[x](https://a.example) [y](javascript:alert(1))',
	'[x](https://a.example/(((((((((()',
	'[x][y]\n\n[y]: javascript:alert(1)',
	'[y]: javascript:alert(1)\n\n[y]',
	'[^x]: javascript:alert(1)',
	'[^"><script>alert(1)</script>]',
	'[^x" onclick="alert(1)]',
	'*[x](javascript:alert(1))*',
	'`<script>alert(1)</script>`',
	'``<img src=x onerror=alert(1)>``',
	'`x` <img src=x onerror=alert(1)> `y`',
	'```\n<script>alert(1)</script>\n```',
	'**<b onclick=alert(1)>x</b>**',
	'\\<script>alert(1)</script>',
	'&lt;script&gt;alert(1)&lt;/script&gt;',
	'&#60;script&#62;alert(1)&#60;/script&#62;',
	'&#x3c;img src=x onerror=alert(1)&#x3e;',
	'| <script>alert(1)</script> | x |\n|---|---|\n| <img src=x onerror=alert(1)> | y |',
	// Unicode tricks
	'＜script＞alert(1)＜/script＞',
	'<\u0000script>alert(1)</script>',
	'<scr\u00adipt>alert(1)</scr\u00adipt>',
	'<scr\u200bipt>alert(1)</scr\u200bipt>',
	'<ſcript>alert(1)</ſcript>',
	'<ımg src=x onerror=alert(1)>',
	'\u202e<tpircs>alert(1)\u202c',
	'[x](ja\u200bvascript:alert(1))',
	'[x](ｊavascript:alert(1))',
	'[x](javaſcript:alert(1))',
	'\ud800<img src=x onerror=alert(1)>\udc00',
	'\ufeff<script>alert(1)</script>',
	// Another engine's syntax
	'{{constructor.constructor("alert(1)")()}}',
	// biome-ignore lint/suspicious/noTemplateCurlyInString: the payload is the text itself
	'${alert(1)}',
	'<%= 7*7 %>',
	'<x-component v-on:click=alert(1)>x</x-component>',
	'__proto__',
	'[constructor]',
	'[x][__proto__]',
	// Deep and long
	'>'.repeat(5_000),
	'> '.repeat(5_000),
	'- '.repeat(5_000),
	'['.repeat(5_000),
	`${'['.repeat(900)}x${']'.repeat(900)}`,
	`${'[x'.repeat(400)}${'](https://a.example)'.repeat(400)}`,
	`${'!['.repeat(450)}x${'](https://a.example)'.repeat(90)}`,
	'*'.repeat(5_000),
	'*a **b '.repeat(300),
	`${'*a '.repeat(300)}${'b* '.repeat(300)}`,
	`${'**a '.repeat(240)}${'b** '.repeat(240)}`,
	'_a_*b*'.repeat(160),
	'`'.repeat(5_000),
	'<'.repeat(5_000),
	'<a '.repeat(900),
	'\\'.repeat(5_001),
	'&#'.repeat(5_000),
	'!'.repeat(20_000),
	'~~a'.repeat(6_000),
	'a@'.repeat(9_000),
	'https://'.repeat(2_000),
	'x'.repeat(200_000),
	'\n'.repeat(20_000),
	'å\u0301'.repeat(10_000),
]

const TAG =
	/^<(?:\/(?:a|br|code|em|strong|sup|p|h2|ol|ul|li|figure|blockquote|section|div|table|thead|tbody|tr|th|td)|(a|br|code|em|strong|sup|p|h2|ol|ul|li|figure|blockquote|section|div|table|thead|tbody|tr|th|td)((?: [a-z-]+="[^"<>]*")*))>/
const ATTRIBUTE = / ([a-z-]+)="([^"<>]*)"/g
const PLAIN = /^(?:id|class|value|type|scope|role|tabindex|aria-label|aria-describedby)$/
const ADDRESS = /^(?:https?:\/\/[^/?#]|mailto:|#)/i

const decoded = (value: string): string =>
	value
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&')

/** Hex of every character that browsers would drop inside an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const DROPPED = /[\u0000-\u0020\u007f-\u009f]/

/**
 * What in this HTML a reading page must not hold: any tag or attribute but the few we write, any address that is not whole
 * and harmless, any bare `<` or `>`. Written apart from the renderer and stricter than a browser, so that both must err alike.
 */
export function hostileIn(html: string): string[] {
	const found: string[] = []
	let rest = html
	while (rest !== '') {
		const next = rest.search(/[<>]/)
		if (next < 0) break
		rest = rest.slice(next)
		const tag = TAG.exec(rest)
		if (tag === null) {
			found.push(rest.slice(0, 60))
			rest = rest.slice(1)
			continue
		}
		for (const [, name = '', value = ''] of (tag[2] ?? '').matchAll(ATTRIBUTE)) {
			const address = decoded(value)
			const harmless =
				name === 'href' && tag[1] === 'a' ? ADDRESS.test(address) && !DROPPED.test(address) : PLAIN.test(name)
			if (!harmless) found.push(`${tag[1]} ${name}="${value}"`)
		}
		rest = rest.slice(tag[0].length)
	}
	return found
}
