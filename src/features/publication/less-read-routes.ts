import { type Route, route } from '#http/route.ts'
import { routes } from '#routes'
import { answers } from './answers-routes.tsx'
import { checkPage, publishedUnder } from './check-routes.tsx'
import { embedded } from './embed-routes.tsx'
import { akomaNtoso } from './files.ts'
import { ledger } from './ledger-routes.tsx'
import { oembed } from './oembed.ts'
import { openData } from './open-data.ts'
import { positionPicture, statementPicture } from './pictures.ts'
import { position } from './position-routes.tsx'
import { addendum, addendumFileOf } from './public-addendum-routes.tsx'
import { sitemapOf, sitemapOfAll } from './sitemaps.ts'

/** What is public and few ask for: it is no part of what an isolate starts with. */
export const lessReadRoutes: readonly Route[] = [
	route('GET', routes.check, 'public', (context) => checkPage(context, false)),
	route('GET', routes.checkEnglish, 'public', (context) => checkPage(context, true)),
	route('GET', routes.publishedUnder, 'public', publishedUnder),
	route('GET', routes.oembed, 'public', oembed),
	route('GET', routes.embed, 'public', (context) => embedded(context, false)),
	route('GET', routes.embedEnglish, 'public', (context) => embedded(context, true)),
	route('GET', routes.openData, 'public', openData),
	route('GET', routes.sitemap, 'public', sitemapOfAll),
	route('GET', routes.coalitionSitemap, 'public', sitemapOf),
	route('GET', routes.ledgerEnglish, 'public', (context) => ledger(context, true)),
	route('GET', routes.ledger, 'public', (context) => ledger(context, false)),
	route('GET', routes.publishedPositionEnglish, 'public', (context) => position(context, true)),
	route('GET', routes.publishedPosition, 'public', (context) => position(context, false)),
	route('GET', routes.publishedAnswersEnglish, 'public', (context) => answers(context, true)),
	route('GET', routes.publishedAnswers, 'public', (context) => answers(context, false)),
	route('GET', routes.publishedAddendumEnglish, 'public', (context) => addendum(context, true)),
	route('GET', routes.publishedAddendum, 'public', (context) => addendum(context, false)),
	route('GET', routes.publishedAddendumFile, 'public', addendumFileOf),
	route('GET', routes.publishedAkn, 'public', (context) => akomaNtoso(context)),
	route('GET', routes.publishedPicture, 'public', statementPicture),
	route('GET', routes.publishedPositionPicture, 'public', positionPicture),
]
