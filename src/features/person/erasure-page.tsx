import { formatList } from '#i18n/format.ts'
import { catalogue } from '#i18n/index.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import type { Frame, PageView } from '#ui/page-view.ts'
import { SubmitRow } from '#ui/parts/button.tsx'
import { Checkbox } from '#ui/parts/choices.tsx'
import { Form } from '#ui/parts/form.tsx'
import { Sentence } from '#ui/parts/notice.tsx'
import { ownTrail, ShowAgain } from './own-addresses-page.tsx'

type Named = { readonly name: string }
type Props = PageView<{ readonly chairs: readonly Named[]; readonly voices: readonly Named[] }>

/** What is erased of somebody and what stands; and the button, for those who are not needed first. */
export function ErasurePage({ frame, viewer, data, form, lang }: Props) {
	const t = catalogue(lang).addresses.erasure
	const list = (some: readonly Named[]) =>
		formatList(
			lang,
			some.map(({ name }) => name),
		)
	return (
		<Page {...frame} title={t.title} where={ownTrail(frame)} robots="noindex">
			<ShowAgain code={form.rejection?.code} to={href(routes.ownErasure)} />
			<p class="lead">{t.lead}</p>
			<h2>{t.goesTitle}</h2>
			<ul>
				{t.goes.map((item) => (
					<li>{item}</li>
				))}
			</ul>
			<h2>{t.staysTitle}</h2>
			<ul>
				{t.stays.map((item) => (
					<li>{item}</li>
				))}
			</ul>
			{data.voices.length > 0 && <Sentence tone="warning">{t.onlyVoice(list(data.voices))}</Sentence>}
			{viewer.person?.operator ? (
				<p>{t.operator}</p>
			) : data.chairs.length > 0 ? (
				<p>{t.onlyChair(list(data.chairs))}</p>
			) : (
				<Form action={href(routes.ownErasure)} form={form} keyless>
					<Checkbox name="forGood" value="yes" label={t.forGood} />
					<SubmitRow look="danger" cancel={href(routes.profile)}>
						{t.erase}
					</SubmitRow>
				</Form>
			)}
		</Page>
	)
}

/** The answer itself: whoever reads it is nobody here any more. */
export function ErasedPage({ frame }: { readonly frame: Frame }) {
	const t = catalogue(frame.lang).addresses.erasure
	return (
		<Page {...frame} title={t.doneTitle} robots="noindex" noSignIn>
			<p class="lead">{t.done}</p>
		</Page>
	)
}
