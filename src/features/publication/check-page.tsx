import { checkingWords } from '#i18n/checking.ts'
import { publicWords } from '#i18n/public.ts'
import { href, routes } from '#routes'
import { useLanguage } from '#ui/language.ts'
import { Page } from '#ui/layout.tsx'
import { Button } from '#ui/parts/button.tsx'
import { TextField } from '#ui/parts/field.tsx'
import { FileField } from '#ui/parts/file-field.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Details, Sentence } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import { CHECK_SCRIPT } from '#ui/scripts.ts'
import { checkHref } from './check-href.tsx'
import { Code, type GenuineProps } from './genuine.tsx'
import type { PublicFrame } from './public-frame.tsx'

type CheckPageProps = {
	readonly frame: PublicFrame
	/** What was typed, as it stands in the page's own address. */
	readonly typed: { readonly address: string; readonly sum: string }
	/** The path of the file that is to be checked; null: that address is of no statement here, or was left out. */
	readonly file: string | null
	/** `text`: null where what is checked has no text with a sum of its own. */
	readonly commands: Omit<GenuineProps['commands'], 'text'> & { readonly text: string | null }
}

/**
 * A reader checks a statement in the browser. Every sentence that can come of it stands here, hidden, and the script
 * (`client/check.js`) shows those that are so.
 */
export function CheckPage({ frame, typed, file, commands }: CheckPageProps) {
	const { lang, prefixed, origin, sourceCode } = frame
	const { address, sum } = typed
	const misread = address !== '' && file === null
	const { help } = publicWords(lang)
	const t = checkingWords(lang)
	return (
		<Page
			lang={lang}
			title={t.title}
			description={t.lead}
			canonical={origin + checkHref(frame)}
			otherLanguage={checkHref({ prefixed: !prefixed }, address === '' ? undefined : address)}
			sourceCode={sourceCode}
			script={CHECK_SCRIPT}
			where={[{ label: help.about.title, href: href(prefixed ? routes.aboutEnglish : routes.about) }]}
		>
			<p class="lead">{t.lead}</p>
			{misread && (
				<Sentence tone="error" live>
					{t.noAddress}
				</Sentence>
			)}
			<Form action={checkHref(frame)} method="get" id="check">
				<TextField name="address" label={t.address} hint={t.addressHint} value={address} />
				<div id="from-file" hidden>
					<FileField name="file" label={t.file} hint={t.fileHint} accept=".json,application/json" />
				</div>
				<TextField name="sum" label={t.sum} hint={t.sumHint} value={sum} optional />
				<Button>{t.check}</Button>
			</Form>
			<div id="without-script">
				<Sentence tone="warning">{t.noScript}</Sentence>
			</div>
			<Result file={file} />
			<Commands commands={commands} given={file !== null} />
		</Page>
	)
}

/** What comes of it. The names are those that `client/check.js` says and puts. */
function Result({ file }: Pick<CheckPageProps, 'file'>) {
	const lang = useLanguage()
	const t = checkingWords(lang)
	const { genuine } = publicWords(lang).publicPages
	const { say, told, found } = t
	const row = (name: keyof typeof told) => ({ label: told[name], value: <span data-put={name} /> })
	return (
		<section id="result" data-file={file} tabindex={-1} aria-labelledby="result-title" hidden>
			<h2 id="result-title">{t.result}</h2>
			<div role="status">
				<p data-say="working">{say.working}</p>
				{(['notFound', 'noRecord', 'broken'] as const).map((name) => (
					<div data-say={name}>
						<Sentence tone="error">{say[name]}</Sentence>
					</div>
				))}
				{(['genuine', 'genuineAdded'] as const).map((name) => (
					<div data-say={name}>
						<Sentence tone="success">{say[name]}</Sentence>
					</div>
				))}
				{(['unpublished', 'unpublishedAdded'] as const).map((name) => (
					<div data-say={name}>
						<Sentence tone="warning">{say[name]}</Sentence>
					</div>
				))}
				<div data-say="changed">
					<Sentence tone="error">{say.changed}</Sentence>
				</div>
			</div>
			{(['correction', 'withdrawal'] as const).map((kind) => (
				<p data-say={kind}>{t.added[kind]}</p>
			))}
			<p data-say="sameSum">{t.sameSum}</p>
			<p data-say="sameSumAdded">{t.sameSumAdded}</p>
			<div data-say="otherSum">
				<Sentence tone="error">{t.otherSum}</Sentence>
			</div>
			<p data-say="notCompared">{t.notCompared}</p>
			<div data-say="told">
				<h3>
					<span data-put="title" />
				</h3>
				<SummaryList rows={[row('coalition'), row('label'), row('publishedOn')]} />
			</div>
			<p data-say="signed">
				{told.signed}: <span data-put="signed" />
			</p>
			<p data-say="published">
				{/* Where that is shows when the server is asked. */}
				<a id="published" href="#result">
					{t.readIt}
				</a>
			</p>
			<div data-say="findings">
				<h3>{t.findings}</h3>
				<ul>
					{Object.entries(found).flatMap(([what, sentences]) =>
						Object.entries(sentences).map(([is, sentence]) => (
							<li data-say={`${what}-${is}`}>
								{sentence} {COUNTED.includes(what) && <span data-put={what} />}
							</li>
						)),
					)}
				</ul>
			</div>
			<div data-say="sums">
				<h3>{t.sums}</h3>
				<SummaryList
					rows={[
						{ label: genuine.text, value: <Sum of="textHash" /> },
						{ label: genuine.record, value: <Sum of="recordHash" /> },
					]}
				/>
			</div>
			<div data-say="sumsAdded">
				<h3>{t.sums}</h3>
				<SummaryList
					rows={[
						{ label: t.addedSum, value: <Sum of="addedHash" /> },
						{ label: t.ofStatement, value: <Sum of="statementHash" /> },
					]}
				/>
			</div>
		</section>
	)
}

/** Of what a finding says how many there are. */
const COUNTED: readonly string[] = ['parts', 'withheld']

const Sum = ({ of }: { readonly of: string }) => (
	<Code>
		<span data-put={of} />
	</Code>
)

function Commands({ commands, given }: Pick<CheckPageProps, 'commands'> & { readonly given: boolean }) {
	const t = checkingWords(useLanguage())
	return (
		<Details summary={t.terminal} open={given}>
			<p>{commands.text === null ? t.terminalHowAdded : t.terminalHow}</p>
			{!given && <p>{t.ofAnother}</p>}
			{[commands.text, commands.record, commands.leaves].map((command) => command && <p>{<Code>{command}</Code>}</p>)}
		</Details>
	)
}
