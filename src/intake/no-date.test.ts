import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const NOTICE =
	'# Remiss av promemorian Bättre regler\n\nHär kan du ta del av till vilka instanser som Socialdepartementet har remitterat promemorian Bättre regler.'

/** What a notice without a last day to answer says all the same, of laws, meetings, assignments, more time and other papers. */
test.each([
	'Förslagen föreslås träda i kraft den 1 januari 2027.',
	'Lagändringarna föreslås träda i kraft senast den 1 juli 2027 och ska tillämpas på svar som lämnas efter det.',
	'Betänkandet överlämnades till regeringen den 3 mars 2026.',
	'Anmälan om deltagande görs senast den 22 september 2026 till namn@rk.example.',
	'Remissmötet hålls den 25 september 2026 kl. 10.00–12.00. Synpunkter kan lämnas vid mötet.',
	'Vi välkomnar synpunkter vid mötet den 25 september 2026.',
	'Frågor om remissen ska ställas senast den 3 maj 2026.',
	'Begäran om anstånd ska ha kommit in senast den 3 maj 2026.',
	'Begäran om förlängd svarstid ska göras skriftligen senast den 1 december 2026.',
	'Önskemål om anstånd med att lämna remissvar ska meddelas senast den 1 december 2026.',
	'Remissvaren publiceras på regeringens webbplats den 15 april 2027.',
	'Remissvaren kommer att publiceras senast den 15 april 2027.',
	'Sammanställning av remissvaren ska redovisas senast den 30 juni 2027.',
	'Utredaren ska redovisa uppdraget senast den 30 juni 2027.',
	'Uppdraget ska redovisas till Regeringskansliet (Socialdepartementet) senast den 30 juni 2027.',
	'Direktivet ska vara genomfört senast den 26 mars 2027.',
	'Medlemsstaterna ska genomföra direktivet senast den 26 mars 2027. Synpunkter på genomförandet välkomnas.',
	'Promemorian innehåller förslag om förlängd giltighet till och med den 31 december 2027.',
	'Lagen gäller till och med den 31 mars 2027. Promemorian föreslår att den förlängs.',
	'Remissen skickades ut den 4 april 2026.',
	'Datum: 2026-11-19',
	'Publicerad 19 november 2026',
	'Uppdaterad 3 december 2026',
	'Stockholm den 19 november 2026',
	'Här kan du ta del av de remissvar som kom in under våren 2026. Senast uppdaterad 3 maj 2026.',
	'Här kan du ta del av svaren från dem som ombetts svara. Övriga yttranden finns i departementet från den 3 maj 2026.',
	'Remissvar som inkommit efter den 3 maj 2026 publiceras inte.',
	'Riksdagen beslutade den 3 maj 2026 om lagen. Yttranden har lämnats av flera.',
	'Kommissionen lämnade sitt förslag den 3 maj 2026. Rådet väntas besvara det senast den 1 juni 2027.',
	'Yttrandet från Lagrådet inkom den 3 maj 2026.',
	'I ett yttrande den 3 maj 2026 anförde JO att reglerna bör ses över.',
	'Regeringen gav den 3 maj 2026 myndigheten i uppdrag att senast den 1 oktober 2026 lämna synpunkter på förslaget.',
	'Socialstyrelsen ska senast den 1 oktober 2026 yttra sig över kostnaderna till utredaren.',
	'Vid frågor om svarstiden, kontakta registrator före den 20 december 2026.',
	'Ändringarna gäller ansökningar som kommit in före den 1 januari 2027.',
	'Äldre bestämmelser gäller för ärenden där ansökan kommit in senast den 31 december 2026.',
	'Äldre föreskrifter gäller fortfarande för yttranden som inkommit före den 1 januari 2027.',
	'Samrådsmöte hålls den 14 juni 2026 i biblioteket. Planförslaget visas till och med den 30 juni 2026.',
	'Detaljplanen antogs av kommunfullmäktige den 3 maj 2026 efter granskning.',
	'Beslutet vann laga kraft den 3 maj 2026. Besvär ska ha kommit in senast tre veckor efter.',
	'Beställning av betänkandet i tryckt form görs senast den 3 maj 2026.',
	'Faktura ska ha kommit in senast den 31 december 2026.',
	'Yttranden önskas, se missiv daterat den 19 november 2026.',
	'Enligt artikel 5 ska myndigheten svara senast den 1 mars 2027 på begäran.',
	'Förslaget innebär att arbetsgivaren ska lämna svar senast den 31 januari varje år, första gången den 31 januari 2028.',
	'Skattedeklarationen ska ha kommit in till Skatteverket senast den 12 februari 2027.',
	'Anståndet gäller till den 12 februari 2027, då betalningen ska ha kommit in.',
	'Tidsfristen för att besvara underrättelsen från kommissionen löper ut den 12 februari 2027.',
	'Sverige ska besvara kommissionens motiverade yttrande senast den 12 februari 2027.',
	'Remissmöte den 12 februari 2027 ersätter skriftliga remissvar.',
	'Svar på enkäten ska lämnas senast den 12 februari 2027.',
	'Remisstiden gick ut den 3 maj 2025 för den tidigare promemorian.',
	'Ansökan om bidrag ska ha kommit in till Socialstyrelsen senast den 31 mars 2027.',
	'Utredningens svar på frågan finns i avsnitt 5, se även beslut den 12 februari 2027.',
	'Nomineringar ska ha kommit in senast den 12 februari 2027.',
	'Mötet dokumenteras. Den som inte kan delta kan höra av sig senast den 12 februari 2027.',
])('no last day is read in: %s', (said) => {
	const { dueOn, extendedFrom, doubts } = readNotice(`${NOTICE}\n\n${said}`)
	expect({ dueOn, extendedFrom, doubts }).toEqual({ dueOn: null, extendedFrom: null, doubts: [] })
})

test('beside any of it the last day to answer is the same', () => {
	const due = 'Remissvaren ska ha kommit in till Socialdepartementet senast den 26 februari 2027.'
	for (const said of [
		'Begäran om anstånd ska ha kommit in senast den 3 maj 2026.',
		'Faktura ska ha kommit in senast den 31 december 2026.',
	])
		for (const text of [`${due} ${said}`, `${said} ${due}`]) {
			const { dueOn, doubts } = readNotice(`${NOTICE}\n\n${text}`)
			expect({ due: dueOn?.value, doubts }).toEqual({ due: '2027-02-26', doubts: [] })
		}
})
