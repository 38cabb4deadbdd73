import { expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const referencesIn = (text: string) => readNotice(text).references.map(({ value }) => value)

test.each([
	['Ange diarienummer S2023/02147 och remissinstansens namn i ämnesraden.', ['S2023/02147']],
	['Ange diarienummer\nS2023/02147\noch remissinstansens namn.', ['S2023/02147']],
	['Uppge diarienr Fi2013/1234 i svaret.', ['Fi2013/1234']],
	['Dnr: Fi2013/1234 (delvis)', ['Fi2013/1234']],
	['Dnr Ju2011/4456/L7', ['Ju2011/4456/L7']],
	['Vårt dnr: KS 2018/56', ['KS 2018/56']],
	['Diarienummer RS 2020-0457', ['RS 2020-0457']],
	['Diarienummer RS 2020–0457', ['RS 2020–0457']],
	['Diarienummer: S2020/06171/FS', ['S2020/06171/FS']],
	['Diarienummer: S2025/ 01127', ['S2025/ 01127']],
	['Diarienummer: LI2025/01628I2025/01628', ['LI2025/01628I2025/01628']],
	['Diarienummer: A2023/01688 och A2023/01703', ['A2023/01688', 'A2023/01703']],
	['Diarienummer: M2014/1122/Me, M2014/1123/Me samt N2014/999/E.', ['M2014/1122/Me', 'M2014/1123/Me', 'N2014/999/E']],
	['Diarienummer: Ds 2025:21', ['Ds 2025:21']],
	['Diarienummer: 2.4.1-12345/2023', ['2.4.1-12345/2023']],
	['Ärendenummer 2023/456-3', ['2023/456-3']],
	['Diarienummer 12345/2023.', ['12345/2023']],
	['Dnr. MSB 2021-04567', ['MSB 2021-04567']],
	['Dnr HSN 2019-1234-2', ['HSN 2019-1234-2']],
	['Our reference: Ares(2024)1234567', ['Ares(2024)1234567']],
	['I remissvaret anges Regeringskansliets diarienummer N2015/4746/PUB.', ['N2015/4746/PUB']],
	[
		'Filnamnet är diarienummer (utan snedstreck) N2015-4746-PUB. I svaret anges diarienummer N2015/4746/PUB.',
		['N2015/4746/PUB'],
	],
	['Filnamnet är diarienummer utan snedstreck, N2015-4746-PUB följt av namnet.', ['N2015-4746-PUB']],
	['Ange diarienummer Ku2021/00123 i ämnesraden. Dnr Ku2021/00123', ['Ku2021/00123']],
	['# Remiss av betänkandet Ett vägval (SOU 2024:3)Diarienummer: U2024/00321', ['U2024/00321']],
	['# Remiss av rapport om banor, I2021/00580', ['I2021/00580']],
	['# Remiss av promemoria om hem (S2014/1234/FST)', ['S2014/1234/FST']],
	['Remiss\n\n2023-06-21\nS2023/02147\n\nSocialdepartementet\n', ['S2023/02147']],
	['Datum\nDiarienummer\n2023-06-21\nS2023/02147\n', ['S2023/02147']],
	['Datum: 2023-06-21\nDiarienummer: S2023/02147\nRemiss av en promemoria', ['S2023/02147']],
	['Diarienummer S\u00ad2023/\u200b02147', ['S2023/02147']],
	['**Diarienummer:** Fi2024/00012', ['Fi2024/00012']],
	['Diarienummer: KN2024\\/00012', ['KN2024/00012']],
	['Ange diarienummer i ämnesraden.', []],
	['Ange diarienumret och remissinstansens namn.', []],
	['Märk svaret med diarienumret Fi2022/01111.', ['Fi2022/01111']],
	['Lagen (2018:1937) om tillgänglighet. Förordning (EU) 2016/679. SOU 2024:3.', []],
	['Promemorian bygger på uppdraget (N2014/03447/MRT) från 2014. Telefon 08-405 10 00.', []],
	['Telefon 08-405 10 00, diarienummer saknas.', []],
	['Remissinstanser\n1. Boverket\n2. Trafikverket', []],
	['Ange ärendets dnr. 15 maj 2024 är sista dag.', []],
] as const)('%j', (text, expected) => {
	expect(referencesIn(text)).toEqual(expected)
})
