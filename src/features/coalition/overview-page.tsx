import { ACTS } from '#domain/acts.ts'
import type { Coalition } from '#domain/coalition/coalition.ts'
import { PALETTE } from '#domain/coalition/colour.ts'
import { bylawsOf, formerOf } from '#domain/coalition/in-force.ts'
import { swedishYear } from '#domain/kernel/calendar.ts'
import { offers } from '#domain/members/authority.ts'
import { bankWords } from '#i18n/bank.ts'
import { catalogue, type Language } from '#i18n/index.ts'
import { topicWords } from '#i18n/topics.ts'
import { href, routes } from '#routes'
import { Page } from '#ui/layout.tsx'
import { logoOf } from '#ui/logo.ts'
import { Button, ButtonRow, LinkButton } from '#ui/parts/button.tsx'
import { Form } from '#ui/parts/form.tsx'
import { iframeOf } from '#ui/parts/iframe.ts'
import { Sentence } from '#ui/parts/notice.tsx'
import { SummaryList, type SummaryRow } from '#ui/parts/summary-list.tsx'
import { trail } from '#ui/trail.ts'
import { Swatch } from './colour-page.tsx'
import type { Props } from './setting-page.tsx'

type OverviewProps = Props & {
	/** Where the coalition is found: what stands before its slug. */
	readonly host: string
	/** The same with how it is reached. */
	readonly origin: string
}

/** What holds for the coalition as a whole, each with the way to where it is changed. */
export function OverviewPage(props: OverviewProps) {
	const { data, form, lang, frame, params, viewer, now, host, origin } = props
	const { coalition } = data
	const { preset } = bylawsOf(coalition, now)
	const former = formerOf(coalition, now)
	const t = catalogue(lang)
	const words = t.settings
	const row = (label: string, value: SummaryRow['value'], path: SettingPath): SummaryRow => ({
		label,
		value,
		change: { href: href(routes[path], params), what: label.toLowerCase() },
	})
	const chair = offers(ACTS.changeSlug, viewer)
	const address = `${host}/${coalition.slug}`
	const language = t.common.languages[coalition.language]
	const done = form.typed === null ? doneSentence(props) : null
	const logo = logoOf(coalition)
	return (
		<Page {...frame} title={words.title} where={trail(lang, params.coalition, 'workspace')}>
			{done !== null && (
				<Sentence tone="success" live>
					<strong>{done}</strong> {words.soon}
				</Sentence>
			)}
			<p class="lead">{words.lead}</p>
			<h2>{words.identity}</h2>
			<SummaryList
				rows={[
					row(words.name, coalition.name, 'settingsName'),
					row(words.logo, logo ? <img class="logo" {...logo} alt={logo.alt} /> : words.noLogo, 'settingsLogo'),
					row(
						words.colour,
						<>
							<Swatch colour={coalition.accent ?? PALETTE.sea} /> {colourName(coalition, lang)}
						</>,
						'settingsColour',
					),
				]}
			/>
			<h2>{words.work}</h2>
			<SummaryList
				rows={[
					row(
						words.rules,
						<>
							{words.presets[preset]}
							<span class="about setting-about">{t.ballot.presets[preset]}</span>
							{former && (
								<span class="about setting-about">
									{t.changes.bylawsPending(words.presets[preset], words.presets[coalition.preset], former.until)}
								</span>
							)}
						</>,
						'settingsRules',
					),
					row(words.series, `${coalition.seriesPrefix} ${swedishYear(now)}:1`, 'settingsSeries'),
					row(
						words.languages,
						coalition.language !== 'en' && coalition.english ? words.withEnglish(language) : language,
						'settingsLanguage',
					),
				]}
			/>
			<h2>{words.public}</h2>
			<SummaryList
				rows={[
					chair
						? row(words.address, <span class="address">{address}</span>, 'settingsAddress')
						: {
								label: words.address,
								value: (
									<>
										<span class="address">{address}</span>
										<span class="about setting-about">{words.chairOnly}</span>
									</>
								),
							},
					row(words.listing, words.listedNow[coalition.listed ? 'yes' : 'no'], 'settingsListing'),
					row(topicWords(lang).title, topicWords(lang).inUse(data.topics), 'settingsTopics'),
					row(bankWords(lang).groupList.title, topicWords(lang).inUse(data.groups), 'settingsGroups'),
				]}
			/>
			<h3>{t.publicPages.embed.title}</h3>
			<p>{t.publicPages.embed.frame}</p>
			<p>
				<code lang="zxx" translate="no">
					{iframeOf(origin + href(routes.embed, params), t.publicPages.feed(coalition.name))}
				</code>
			</p>
			{data.published === null && (
				<Form action={href(routes.settings, params)} form={form}>
					<p>{words.allFineWhat}</p>
					<ButtonRow>
						<Button>{words.allFine}</Button>
						<LinkButton look="secondary" href={href(routes.workspace, params)}>
							{words.backToWork}
						</LinkButton>
					</ButtonRow>
				</Form>
			)}
		</Page>
	)
}

type SettingPath = Extract<keyof typeof routes, `settings${string}`>

function colourName({ accent }: Pick<Coalition, 'accent'>, lang: Language): string {
	const { colours } = catalogue(lang).settings
	const found = Object.entries(PALETTE).find(([, colour]) => colour === (accent ?? PALETTE.sea))
	return found ? (colours[found[0] as keyof typeof colours] ?? found[1]) : (accent ?? '')
}

/** What was just recorded, as it now stands. */
function doneSentence({ data, lang, query, now, host }: OverviewProps): string | null {
	const { coalition } = data
	const t = catalogue(lang)
	const { done, presets, allFineDone } = t.settings
	switch (query.get('done')) {
		case 'name':
			return done.name(coalition.name)
		case 'logo':
			return coalition.logo ? done.logo : done.logoRemoved
		case 'logoAlt':
			return done.logoAlt
		case 'colour':
			return done.colour(colourName(coalition, lang))
		case 'series':
			return done.series(`${coalition.seriesPrefix} ${swedishYear(now)}:1`)
		case 'rules': {
			const former = formerOf(coalition, now)
			const chosen = presets[coalition.preset]
			return former ? t.changes.done.bylaws(chosen, presets[former.preset], former.until) : done.rules(chosen)
		}
		case 'language':
			return done.language(t.common.languages[coalition.language])
		case 'english':
			return done.english[coalition.english ? 'yes' : 'no']
		case 'listing':
			return done.listing[coalition.listed ? 'yes' : 'no']
		case 'address':
			return done.address(`${host}/${coalition.slug}`)
		case 'all':
			return allFineDone
		default:
			return null
	}
}
