import { addedByHand, type CheckedLetter, type WrittenLetter } from '#domain/publication/sending.ts'
import { formatNumber } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { typedValue } from '#ui/form-state.ts'
import { Button, ButtonRow } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { SummaryList } from '#ui/parts/summary-list.tsx'
import type { SendingProps } from './sending-props.tsx'

type Props = SendingProps & { readonly letter: CheckedLetter; readonly typed: WrittenLetter }

/** Exactly what will leave, and the one button that sends it. */
export function SendingReview({ data, form, lang, params, letter, typed }: Props) {
	const t = catalogue(lang).sending
	const files = data.files ?? []
	const { to, copyTo, subject, cover } = letter
	const { asked } = data
	const added = addedByHand(asked === null ? '' : `${asked.sendTo}\n${asked.copyTo}`, letter)
	const marked = (address: string) => (added.includes(address) ? `${address} (${catalogue(lang).sent.added})` : address)
	const kept = { ...typed, reason: typedValue(form, 'reason'), again: typedValue(form, 'again') }
	return (
		<>
			<h2>{t.reviewTitle}</h2>
			<Sentence tone="warning">
				{t.reviewLead} {catalogue(lang).sent.allTold}
			</Sentence>
			<SummaryList
				rows={[
					{ label: t.fieldTo, value: to.map(marked).join(', ') },
					...(copyTo.length === 0 ? [] : [{ label: t.fieldCopyTo, value: copyTo.map(marked).join(', ') }]),
					{ label: t.subject, value: subject },
					{
						label: t.files,
						value: (
							<ul>
								{files.map(({ name, size }) => (
									<li>{t.file(name, `${formatNumber(lang, Math.ceil(size / 1000))} kB`)}</li>
								))}
							</ul>
						),
					},
					{
						label: t.replies,
						value: data.intake === null ? t.repliesTo : catalogue(lang).sent.repliesCome(data.intake),
					},
				]}
			/>
			<h3>{t.cover}</h3>
			{cover.split(/\n{2,}/).map((paragraph) => (
				<p>
					{paragraph.split('\n').map((line, index) => (
						<>
							{index > 0 && <br />}
							{line}
						</>
					))}
				</p>
			))}
			<Form
				action={href(routes.sending, params)}
				form={form}
				values={{ ...kept, files: files.map(({ sha256 }) => sha256).join(' ') }}
			>
				<ButtonRow>
					<Button name="confirmed" value="yes">
						{t.sendNow}
					</Button>
					<Button look="secondary" name="confirmed" value="change">
						{t.change}
					</Button>
				</ButtonRow>
			</Form>
		</>
	)
}
