-- Spain is España and Hiszpania to those who look for its clusters, the Basque Country is Euskadi; and who types Moveo means Mov'eo.

-- As before, and one sigma wherever it stands in a word.
create or replace function directory_fold(value text) returns text
    language sql immutable strict parallel safe
return translate(lower(unaccent('unaccent'::regdictionary, normalize(value, nfkc))), 'ς', 'σ');
reindex index ix_cluster_name;

-- As before, and what an apostrophe stands in also as one word.
create or replace function directory_spellings(value text) returns text
    language sql immutable strict parallel safe
return (select string_agg(distinct word, ' ')
        from regexp_split_to_table(
            directory_fold(value) || ' ' || directory_transcribe(value) || ' ' || directory_untranscribe(directory_fold(value))
            -- folded, every kind of apostrophe is the plain one
            || case when directory_fold(value) like '%''%' then ' ' || replace(directory_fold(value), '''', '') else '' end,
            '[^[:alnum:]]+') as word
        where word <> '');

-- Names of countries in English, in their own languages and in those of the network. They have the last rank: they say least about a cluster.
create table country_name (
    country text     not null,
    names   text     not null,
    -- made once: every cluster of the country has the same
    words   tsvector not null
        generated always as (setweight(to_tsvector('simple', coalesce(directory_spellings(names), '')), 'D')) stored,
    constraint pk_country_name primary key (country)
);
insert into country_name (country, names) values
    ('AD', 'Andorra, Andorre, Andora'),
    ('AE', 'United Arab Emirates, Émirats arabes unis, Emiratos Árabes Unidos, Arabiar Emirerri Batuak, Emirados Árabes Unidos, Emirati Arabi Uniti, Vereinigte Arabische Emirate, Zjednoczone Emiraty Arabskie, Spojené arabské emiráty, Emiratele Arabe Unite, UAE'),
    ('AF', 'Afghanistan, Afganistán, Afganistan, Afeganistão, Afghánistán'),
    ('AG', 'Antigua & Barbuda, Antigua-et-Barbuda, Antigua y Barbuda, Antigua eta Barbuda, Antígua e Barbuda, Antigua e Barbuda, Antigua und Barbuda, Antigua i Barbuda, Antigua a Barbuda, Antigua și Barbuda'),
    ('AI', 'Anguilla, Anguila, Aingira'),
    ('AL', 'Albania, Albanie, Albânia, Albanien, Albánie, Shqipëri'),
    ('AM', 'Armenia, Arménie, Armênia, Arménia, Armenien'),
    ('AO', 'Angola'),
    ('AQ', 'Antarctica, Antarctique, Antártida, Antartika, Antartide, Antarktis, Antarktyda, Antarktida'),
    ('AR', 'Argentina, Argentine, Argentinien, Argentyna'),
    ('AS', 'American Samoa, Samoa américaines, Samoa Americana, Samoa Estatubatuarra, Samoa americane, Amerikanisch-Samoa, Samoa Amerykańskie, Americká Samoa, Samoa Americană'),
    ('AT', 'Austria, Autriche, Áustria, Österreich, Rakousko'),
    ('AU', 'Australia, Australie, Austrália, Australien, Austrálie'),
    ('AW', 'Aruba'),
    ('AX', 'Åland Islands, Îles Åland, Islas Aland, Åland, Ilhas Aland, Alanda, Isole Åland, Ålandinseln, Wyspy Alandzkie, Ålandy, Insulele Åland'),
    ('AZ', 'Azerbaijan, Azerbaïdjan, Azerbaiyán, Azerbaijão, Azerbaigian, Aserbaidschan, Azerbejdżan, Ázerbájdžán, Azerbaidjan'),
    ('BA', 'Bosnia & Herzegovina, Bosnie-Herzégovine, Bosnia y Herzegovina, Bosnia-Herzegovina, Bósnia e Herzegovina, Bosnia ed Erzegovina, Bosnien und Herzegowina, Bośnia i Hercegowina, Bosna a Hercegovina, Bosnia și Herțegovina, Bosna i Hercegovina, Босна и Херцеговина'),
    ('BB', 'Barbados, Barbade'),
    ('BD', 'Bangladesh, Bangladés, Bangladeche, Bangladesch, Bangladesz, Bangladéš'),
    ('BE', 'Belgium, Belgique, Bélgica, Belgika, Belgio, Belgien, Belgia, Belgie, België'),
    ('BF', 'Burkina Faso, Burquina Faso'),
    ('BG', 'Bulgaria, Bulgarie, Bulgária, Bulgarien, Bułgaria, Bulharsko, България'),
    ('BH', 'Bahrain, Bahreïn, Baréin, Barein, Barém, Bahrein, Bahrajn'),
    ('BI', 'Burundi'),
    ('BJ', 'Benin, Bénin, Benín, Benim'),
    ('BL', 'St. Barthélemy, Saint-Barthélemy, San Bartolomé, Saint Barthélemy, São Bartolomeu, Svatý Bartoloměj'),
    ('BM', 'Bermuda, Bermudes, Bermudas, Bermudy'),
    ('BN', 'Brunei, Brunéi, Brunei Darussalam, Brunej'),
    ('BO', 'Bolivia, Bolivie, Bolívia, Bolivien, Boliwia, Bolívie'),
    ('BQ', 'Caribbean Netherlands, Pays-Bas caribéens, Caribe neerlandés, Karibeko Herbehereak, Países Baixos Caribenhos, Caraibi olandesi, Karibische Niederlande, Niderlandy Karaibskie, Karibské Nizozemsko, Insulele Caraibe Olandeze'),
    ('BR', 'Brazil, Brésil, Brasil, Brasile, Brasilien, Brazylia, Brazílie, Brazilia'),
    ('BS', 'Bahamas, Bahamak, Baamas, Bahamy'),
    ('BT', 'Bhutan, Bhoutan, Bután, Butão, Bhútán'),
    ('BV', 'Bouvet Island, Île Bouvet, Isla Bouvet, Bouvet uhartea, Ilha Bouvet, Isola Bouvet, Bouvetinsel, Wyspa Bouveta, Bouvetův ostrov, Insula Bouvet'),
    ('BW', 'Botswana, Botsuana'),
    ('BY', 'Belarus, Biélorussie, Bielorrusia, Bielorrússia, Bielorussia, Białoruś, Bělorusko'),
    ('BZ', 'Belize, Belice'),
    ('CA', 'Canada, Canadá, Kanada'),
    ('CC', 'Cocos (Keeling) Islands, Îles Cocos, Islas Cocos, Cocos (Keeling) uharteak, Ilhas Cocos (Keeling), Ilhas dos Cocos (Keeling), Isole Cocos (Keeling), Kokosinseln, Wyspy Kokosowe, Kokosové ostrovy, Insulele Cocos (Keeling)'),
    ('CD', 'Congo - Kinshasa, Congo-Kinshasa, República Democrática del Congo, Kongoko Errepublika Demokratikoa, Kongo-Kinshasa, Demokratyczna Republika Konga, Kongo – Kinshasa'),
    ('CF', 'Central African Republic, République centrafricaine, República Centroafricana, Afrika Erdiko Errepublika, República Centro-Africana, Repubblica Centrafricana, Zentralafrikanische Republik, Republika Środkowoafrykańska, Středoafrická republika, Republica Centrafricană'),
    ('CG', 'Congo - Brazzaville, Congo-Brazzaville, Congo, Kongo, República do Congo, Kongo-Brazzaville, Kongo – Brazzaville'),
    ('CH', 'Switzerland, Suisse, Suiza, Suitza, Suíça, Svizzera, Schweiz, Szwajcaria, Švýcarsko, Elveția, Svizra, Schwiz, Helvetia'),
    ('CI', 'Côte d’Ivoire, Boli Kosta, Costa do Marfim, Côte d’Ivoire (Costa do Marfim), Costa d’Avorio, Pobřeží slonoviny'),
    ('CK', 'Cook Islands, Îles Cook, Islas Cook, Cook uharteak, Ilhas Cook, Isole Cook, Cookinseln, Wyspy Cooka, Cookovy ostrovy, Insulele Cook'),
    ('CL', 'Chile, Chili, Txile, Cile'),
    ('CM', 'Cameroon, Cameroun, Camerún, Kamerun, Camarões, Camerun'),
    ('CN', 'China, Chine, Txina, Cina, Chiny, Čína'),
    ('CO', 'Colombia, Colombie, Kolonbia, Colômbia, Kolumbien, Kolumbia, Kolumbie, Columbia'),
    ('CR', 'Costa Rica, Kostaryka, Kostarika'),
    ('CU', 'Cuba, Kuba'),
    ('CV', 'Cape Verde, Cap-Vert, Cabo Verde, Capo Verde, Republika Zielonego Przylądka, Kapverdy, Capul Verde'),
    ('CW', 'Curaçao, Curazao, Curaçau'),
    ('CX', 'Christmas Island, Île Christmas, Isla de Navidad, Christmas uhartea, Ilha Christmas, Ilha do Natal, Isola Christmas, Weihnachtsinsel, Wyspa Bożego Narodzenia, Vánoční ostrov, Insula Christmas'),
    ('CY', 'Cyprus, Chypre, Chipre, Zipre, Cipro, Zypern, Cypr, Kypr, Cipru, Κύπρος, Kıbrıs'),
    ('CZ', 'Czechia, Tchéquie, Chequia, Txekia, Tchéquia, Chéquia, Cechia, Tschechien, Czechy, Česko, Cehia, Czech Republic, République tchèque, República Checa, Repubblica Ceca, Tschechische Republik, Česká republika, Republika Czeska, Republica Cehă, Txekiar Errepublika'),
    ('DE', 'Germany, Allemagne, Alemania, Alemanha, Germania, Deutschland, Niemcy, Německo'),
    ('DJ', 'Djibouti, Yibuti, Djibuti, Jibuti, Gibuti, Dschibuti, Dżibuti, Džibutsko'),
    ('DK', 'Denmark, Danemark, Dinamarca, Danimarka, Danimarca, Dänemark, Dania, Dánsko, Danemarca, Danmark'),
    ('DM', 'Dominica, Dominique, Dominika, Domínica'),
    ('DO', 'Dominican Republic, République dominicaine, República Dominicana, Dominikar Errepublika, Repubblica Dominicana, Dominikanische Republik, Dominikana, Dominikánská republika, Republica Dominicană'),
    ('DZ', 'Algeria, Algérie, Argelia, Aljeria, Argélia, Algerien, Algieria, Alžírsko'),
    ('EC', 'Ecuador, Équateur, Ekuador, Equador, Ekwador, Ekvádor'),
    ('EE', 'Estonia, Estonie, Estônia, Estónia, Estland, Estonsko, Eesti'),
    ('EG', 'Egypt, Égypte, Egipto, Egito, Egitto, Ägypten, Egipt'),
    ('EH', 'Western Sahara, Sahara occidental, Sáhara Occidental, Mendebaldeko Sahara, Saara Ocidental, Sara Ocidental, Sahara occidentale, Westsahara, Sahara Zachodnia, Západní Sahara, Sahara Occidentală'),
    ('ER', 'Eritrea, Érythrée, Eritreia, Erytrea, Eritreea'),
    ('ES', 'Spain, Espagne, España, Espainia, Espanha, Spagna, Spanien, Hiszpania, Španělsko, Spania, Espanya'),
    ('ET', 'Ethiopia, Éthiopie, Etiopía, Etiopia, Etiópia, Äthiopien, Etiopie'),
    ('FI', 'Finland, Finlande, Finlandia, Finlândia, Finnland, Finsko, Finlanda, Suomi, Suopma, Suomâ'),
    ('FJ', 'Fiji, Fidji, Fiyi, Figi, Fidschi, Fidżi, Fidži'),
    ('FK', 'Falkland Islands, Îles Malouines, Islas Malvinas, Falklandak, Ilhas Malvinas, Ilhas Falkland, Isole Falkland, Falklandinseln, Falklandy, Falklandské ostrovy, Insulele Falkland'),
    ('FM', 'Micronesia, Micronésie, Mikronesia, Micronésia, Mikronesien, Mikronezja, Mikronésie, Micronezia'),
    ('FO', 'Faroe Islands, Îles Féroé, Islas Feroe, Faroe uharteak, Ilhas Faroé, Isole Fær Øer, Färöer, Wyspy Owcze, Faerské ostrovy, Insulele Feroe'),
    ('FR', 'France, Francia, Frantzia, França, Frankreich, Francja, Francie, Franța, Frañs'),
    ('GA', 'Gabon, Gabón, Gabão, Gabun'),
    ('GB', 'United Kingdom, Royaume-Uni, Reino Unido, Erresuma Batua, Regno Unito, Vereinigtes Königreich, Wielka Brytania, Spojené království, Regatul Unit, Y Deyrnas Unedig, an Ríocht Aontaithe, An Rìoghachd Aonaichte, Rywvaneth Unys, Great Britain, UK, England, Scotland, Wales, Grande-Bretagne, Gran Bretaña, Grossbritannien, Gran Bretagna, Grã-Bretanha, Anglia, Británie'),
    ('GD', 'Grenada, Grenade, Granada'),
    ('GE', 'Georgia, Géorgie, Geórgia, Georgien, Gruzja, Gruzie, საქართველო, Гуырдзыстон'),
    ('GF', 'French Guiana, Guyane française, Guayana Francesa, Guyana Frantsesa, Guiana Francesa, Guyana francese, Französisch-Guayana, Gujana Francuska, Francouzská Guyana, Guyana Franceză'),
    ('GG', 'Guernsey, Guernesey'),
    ('GH', 'Ghana, Gana'),
    ('GI', 'Gibraltar, Gibilterra'),
    ('GL', 'Greenland, Groenland, Groenlandia, Groenlândia, Gronelândia, Grönland, Grenlandia, Grónsko, Groenlanda'),
    ('GM', 'Gambia, Gambie, Gâmbia'),
    ('GN', 'Guinea, Guinée, Ginea, Guiné, Gwinea, Guineea'),
    ('GP', 'Guadeloupe, Guadalupe, Guadalupa, Gwadelupa, Guadelupa'),
    ('GQ', 'Equatorial Guinea, Guinée équatoriale, Guinea Ecuatorial, Ekuatore Ginea, Guiné Equatorial, Guinea Equatoriale, Äquatorialguinea, Gwinea Równikowa, Rovníková Guinea, Guineea Ecuatorială'),
    ('GR', 'Greece, Grèce, Grecia, Grezia, Grécia, Griechenland, Grecja, Řecko, Ελλάδα, Hellas'),
    ('GS', 'South Georgia & South Sandwich Islands, Géorgie du Sud-et-les Îles Sandwich du Sud, Islas Georgia del Sur y Sandwich del Sur, Hegoaldeko Georgia eta Hegoaldeko Sandwich uharteak, Ilhas Geórgia do Sul e Sandwich do Sul, Georgia del Sud e Sandwich australi, Südgeorgien und die Südlichen Sandwichinseln, Georgia Południowa i Sandwich Południowy, Jižní Georgie a Jižní Sandwichovy ostrovy, Georgia de Sud și Insulele Sandwich de Sud'),
    ('GT', 'Guatemala, Gwatemala'),
    ('GU', 'Guam, Guame'),
    ('GW', 'Guinea-Bissau, Guinée-Bissau, Guinea-Bisáu, Ginea Bissau, Guiné-Bissau, Gwinea Bissau, Guineea-Bissau'),
    ('GY', 'Guyana, Guiana, Gujana'),
    ('HK', 'Hong Kong SAR China, R.A.S. chinoise de Hong Kong, RAE de Hong Kong (China), Hong Kong Txinako AEB, Hong Kong, RAE da China, RAS di Hong Kong, Sonderverwaltungsregion Hongkong, SRA Hongkong (Chiny), Hongkong – ZAO Číny, R.A.S. Hong Kong, China'),
    ('HM', 'Heard & McDonald Islands, Îles Heard-et-MacDonald, Islas Heard y McDonald, Heard eta McDonald uharteak, Ilhas Heard e McDonald, Isole Heard e McDonald, Heard und McDonaldinseln, Wyspy Heard i McDonalda, Heardův ostrov a McDonaldovy ostrovy, Insula Heard și Insulele McDonald'),
    ('HN', 'Honduras'),
    ('HR', 'Croatia, Croatie, Croacia, Kroazia, Croácia, Croazia, Kroatien, Chorwacja, Chorvatsko, Croația, Hrvatska'),
    ('HT', 'Haiti, Haïti, Haití'),
    ('HU', 'Hungary, Hongrie, Hungría, Hungaria, Hungria, Ungheria, Ungarn, Węgry, Maďarsko, Ungaria, Magyarország'),
    ('ID', 'Indonesia, Indonésie, Indonésia, Indonesien, Indonezja, Indonezia'),
    ('IE', 'Ireland, Irlande, Irlanda, Irland, Irlandia, Irsko, Éire'),
    ('IL', 'Israel, Israël, Israele, Izrael'),
    ('IM', 'Isle of Man, Île de Man, Isla de Man, Man uhartea, Ilha de Man, Isola di Man, Wyspa Man, Ostrov Man, Insula Man'),
    ('IN', 'India, Inde, Índia, Indien, Indie'),
    ('IO', 'British Indian Ocean Territory, Territoire britannique de l’océan Indien, Territorio Británico del Océano Índico, Indiako Ozeanoko lurralde britainiarra, Território Britânico do Oceano Índico, Territorio britannico dell’Oceano Indiano, Britisches Territorium im Indischen Ozean, Brytyjskie Terytorium Oceanu Indyjskiego, Britské indickooceánské území, Teritoriul Britanic din Oceanul Indian'),
    ('IQ', 'Iraq, Irak, Iraque, Irák'),
    ('IR', 'Iran, Irán, Irã, Irão, Írán'),
    ('IS', 'Iceland, Islande, Islandia, Islândia, Islanda, Island, Ísland'),
    ('IT', 'Italy, Italie, Italia, Itália, Italien, Włochy, Itálie, Itàlia'),
    ('JE', 'Jersey'),
    ('JM', 'Jamaica, Jamaïque, Jamaika, Giamaica, Jamajka'),
    ('JO', 'Jordan, Jordanie, Jordania, Jordânia, Giordania, Jordanien, Jordánsko, Iordania'),
    ('JP', 'Japan, Japon, Japón, Japonia, Japão, Giappone, Japonsko'),
    ('KE', 'Kenya, Kenia, Quênia, Quénia, Keňa'),
    ('KG', 'Kyrgyzstan, Kirghizstan, Kirguistán, Kirgizistan, Quirguistão, Kirghizistan, Kirgisistan, Kirgistan, Kyrgyzstán, Kârgâzstan'),
    ('KH', 'Cambodia, Cambodge, Camboya, Kanbodia, Camboja, Cambogia, Kambodscha, Kambodża, Kambodža, Cambodgia'),
    ('KI', 'Kiribati, Quiribati, Quiribáti'),
    ('KM', 'Comoros, Comores, Comoras, Komoreak, Comore, Komoren, Komory'),
    ('KN', 'St. Kitts & Nevis, Saint-Christophe-et-Niévès, San Cristóbal y Nieves, Saint Kitts eta Nevis, São Cristóvão e Névis, São Cristóvão e Neves, Saint Kitts e Nevis, St. Kitts und Nevis, Saint Kitts i Nevis, Svatý Kryštof a Nevis, Saint Kitts și Nevis'),
    ('KP', 'North Korea, Corée du Nord, Corea del Norte, Ipar Korea, Coreia do Norte, Corea del Nord, Nordkorea, Korea Północna, Severní Korea, Coreea de Nord'),
    ('KR', 'South Korea, Corée du Sud, Corea del Sur, Hego Korea, Coreia do Sul, Corea del Sud, Südkorea, Korea Południowa, Jižní Korea, Coreea de Sud, Korea'),
    ('KW', 'Kuwait, Koweït, Koweit, Kuwejt, Kuvajt, Kuweit'),
    ('KY', 'Cayman Islands, Îles Caïmans, Islas Caimán, Kaiman uharteak, Ilhas Cayman, Ilhas Caimão, Isole Cayman, Kaimaninseln, Kajmany, Kajmanské ostrovy, Insulele Cayman'),
    ('KZ', 'Kazakhstan, Kazajistán, Cazaquistão, Kazakistan, Kasachstan, Kazachstan, Kazachstán, Kazahstan'),
    ('LA', 'Laos'),
    ('LB', 'Lebanon, Liban, Líbano, Libano, Libanon'),
    ('LC', 'St. Lucia, Sainte-Lucie, Santa Lucía, Santa Luzia, Santa Lúcia, Saint Lucia, Svatá Lucie, Sfânta Lucia'),
    ('LI', 'Liechtenstein, Listenstaine, Lichtenštejnsko'),
    ('LK', 'Sri Lanka, Sri Lanca, Srí Lanka'),
    ('LR', 'Liberia, Libéria, Libérie'),
    ('LS', 'Lesotho, Lesoto'),
    ('LT', 'Lithuania, Lituanie, Lituania, Lituânia, Litauen, Litwa, Litva, Lietuva'),
    ('LU', 'Luxembourg, Luxemburgo, Luxenburgo, Lussemburgo, Luxemburg, Luksemburg, Lucembursko, Lëtzebuerg'),
    ('LV', 'Latvia, Lettonie, Letonia, Letônia, Letónia, Lettonia, Lettland, Łotwa, Lotyšsko, Latvija'),
    ('LY', 'Libya, Libye, Libia, Líbia, Libyen'),
    ('MA', 'Morocco, Maroc, Marruecos, Maroko, Marrocos, Marocco, Marokko'),
    ('MC', 'Monaco, Mónaco, Monako, Mônaco'),
    ('MD', 'Moldova, Moldavie, Moldavia, Moldávia, Republik Moldau, Mołdawia, Moldavsko, Republica Moldova, Молдова'),
    ('ME', 'Montenegro, Monténégro, Czarnogóra, Černá Hora, Muntenegru, Црна Гора'),
    ('MF', 'St. Martin, Saint-Martin, San Martín, San Martin, São Martinho, Saint Martin, Svatý Martin (Francie), Sfântul Martin'),
    ('MG', 'Madagascar, Madagaskar, Madagáscar'),
    ('MH', 'Marshall Islands, Îles Marshall, Islas Marshall, Marshall Uharteak, Ilhas Marshall, Isole Marshall, Marshallinseln, Wyspy Marshalla, Marshallovy ostrovy, Insulele Marshall'),
    ('MK', 'North Macedonia, Macédoine du Nord, Macedonia del Norte, Ipar Mazedonia, Macedônia do Norte, Macedónia do Norte, Macedonia del Nord, Nordmazedonien, Macedonia Północna, Severní Makedonie, Macedonia de Nord, Северна Македонија, Maqedonia e Veriut, Macedonia'),
    ('ML', 'Mali'),
    ('MM', 'Myanmar (Burma), Myanmar (Birmanie), Myanmar (Birmania), Mianmar (Birmânia), Myanmar, Mjanma (Birma), Myanmar (Barma)'),
    ('MN', 'Mongolia, Mongolie, Mongólia, Mongolei, Mongolsko'),
    ('MO', 'Macao SAR China, R.A.S. chinoise de Macao, RAE de Macao (China), Macau Txinako AEB, Macau, RAE da China, RAS di Macao, Sonderverwaltungsregion Macau, SRA Makau (Chiny), Macao – ZAO Číny, R.A.S. Macao, China'),
    ('MP', 'Northern Mariana Islands, Îles Mariannes du Nord, Islas Marianas del Norte, Ipar Mariana uharteak, Ilhas Marianas do Norte, Isole Marianne settentrionali, Nördliche Marianen, Mariany Północne, Severní Mariany, Insulele Mariane de Nord'),
    ('MQ', 'Martinique, Martinica, Martinika, Martynika, Martinik'),
    ('MR', 'Mauritania, Mauritanie, Mauritânia, Mauretanien, Mauretania, Mauritánie'),
    ('MS', 'Montserrat, Monserrate'),
    ('MT', 'Malta, Malte'),
    ('MU', 'Mauritius, Maurice, Mauricio, Maurizio, Maurício, Maurícia, Mauricius'),
    ('MV', 'Maldives, Maldivas, Maldivak, Maldive, Malediven, Malediwy, Maledivy'),
    ('MW', 'Malawi, Malaui, Maláui'),
    ('MX', 'Mexico, Mexique, México, Mexiko, Messico, Meksyk, Mexic'),
    ('MY', 'Malaysia, Malaisie, Malasia, Malásia, Malezja, Malajsie'),
    ('MZ', 'Mozambique, Mozambike, Moçambique, Mozambico, Mosambik, Mozambik, Mozambic'),
    ('NA', 'Namibia, Namibie, Namíbia'),
    ('NC', 'New Caledonia, Nouvelle-Calédonie, Nueva Caledonia, Kaledonia Berria, Nova Caledônia, Nova Caledónia, Nuova Caledonia, Neukaledonien, Nowa Kaledonia, Nová Kaledonie, Noua Caledonie'),
    ('NE', 'Niger, Níger'),
    ('NF', 'Norfolk Island, Île Norfolk, Isla Norfolk, Norfolk uhartea, Ilha Norfolk, Isola Norfolk, Norfolkinsel, Norfolk, Insula Norfolk'),
    ('NG', 'Nigeria, Nigéria, Nigérie'),
    ('NI', 'Nicaragua, Nikaragua, Nicarágua'),
    ('NL', 'Netherlands, Pays-Bas, Países Bajos, Herbehereak, Países Baixos, Paesi Bassi, Niederlande, Holandia, Nizozemsko, Țările de Jos, Nederlân, Nederland, Holland, Hollande, Holanda, Olanda, Holandsko'),
    ('NO', 'Norway, Norvège, Noruega, Norvegia, Norwegen, Norwegia, Norsko, Norge, Noreg, Norga'),
    ('NP', 'Nepal, Népal, Nepál'),
    ('NR', 'Nauru'),
    ('NU', 'Niue, Niuê'),
    ('NZ', 'New Zealand, Nouvelle-Zélande, Nueva Zelanda, Zeelanda Berria, Nova Zelândia, Nuova Zelanda, Neuseeland, Nowa Zelandia, Nový Zéland, Noua Zeelandă'),
    ('OM', 'Oman, Omán, Omã'),
    ('PA', 'Panama, Panamá'),
    ('PE', 'Peru, Pérou, Perú, Perù'),
    ('PF', 'French Polynesia, Polynésie française, Polinesia Francesa, Polinesia Frantsesa, Polinésia Francesa, Polinesia francese, Französisch-Polynesien, Polinezja Francuska, Francouzská Polynésie, Polinezia Franceză'),
    ('PG', 'Papua New Guinea, Papouasie-Nouvelle-Guinée, Papúa Nueva Guinea, Papua Ginea Berria, Papua-Nova Guiné, Papua Nuova Guinea, Papua-Neuguinea, Papua-Nowa Gwinea, Papua-Nová Guinea, Papua-Noua Guinee'),
    ('PH', 'Philippines, Filipinas, Filipinak, Filippine, Philippinen, Filipiny, Filipíny, Filipine'),
    ('PK', 'Pakistan, Pakistán, Paquistão, Pákistán'),
    ('PL', 'Poland, Pologne, Polonia, Polônia, Polónia, Polen, Polska, Polsko'),
    ('PM', 'St. Pierre & Miquelon, Saint-Pierre-et-Miquelon, San Pedro y Miquelón, Saint-Pierre eta Mikelune, São Pedro e Miquelão, Saint-Pierre e Miquelon, St. Pierre und Miquelon, Saint-Pierre i Miquelon, Saint-Pierre a Miquelon, Saint-Pierre și Miquelon'),
    ('PN', 'Pitcairn Islands, Îles Pitcairn, Islas Pitcairn, Pitcairn uharteak, Ilhas Pitcairn, Isole Pitcairn, Pitcairninseln, Pitcairn, Pitcairnovy ostrovy, Insulele Pitcairn'),
    ('PR', 'Puerto Rico, Porto Rico, Portorico, Portoryko, Portoriko'),
    ('PS', 'Palestinian Territories, Territoires palestiniens, Territorios Palestinos, Palestinar Lurralde Okupatuak, Territórios palestinos, Territórios palestinianos, Territori palestinesi, Palästinensische Autonomiegebiete, Terytoria Palestyńskie, Palestinská území, Teritoriile Palestiniene'),
    ('PT', 'Portugal, Portogallo, Portugalia, Portugalsko'),
    ('PW', 'Palau, Palaos'),
    ('PY', 'Paraguay, Paraguai, Paragwaj'),
    ('QA', 'Qatar, Catar, Katar'),
    ('RE', 'Réunion, La Réunion, Reunión, Reunion, Reunião, Riunione'),
    ('RO', 'Romania, Roumanie, Rumanía, Errumania, Romênia, Roménia, Rumänien, Rumunia, Rumunsko, România'),
    ('RS', 'Serbia, Serbie, Sérvia, Serbien, Srbsko, Србија'),
    ('RU', 'Russia, Russie, Rusia, Errusia, Rússia, Russland, Rosja, Rusko'),
    ('RW', 'Rwanda, Ruanda'),
    ('SA', 'Saudi Arabia, Arabie saoudite, Arabia Saudí, Arábia Saudita, Arabia Saudita, Saudi-Arabien, Arabia Saudyjska, Saúdská Arábie, Arabia Saudită'),
    ('SB', 'Solomon Islands, Îles Salomon, Islas Salomón, Salomon Uharteak, Ilhas Salomão, Isole Salomone, Salomonen, Wyspy Salomona, Šalamounovy ostrovy, Insulele Solomon'),
    ('SC', 'Seychelles, Seychelleak, Seicheles, Seychellen, Seszele, Seychely'),
    ('SD', 'Sudan, Soudan, Sudán, Sudão, Súdán'),
    ('SE', 'Sweden, Suède, Suecia, Suedia, Suécia, Svezia, Schweden, Szwecja, Švédsko, Ruoŧŧa, Sverige'),
    ('SG', 'Singapore, Singapour, Singapur, Singapura'),
    ('SH', 'St. Helena, Sainte-Hélène, Santa Elena, Santa Helena, Sant’Elena, Wyspa Świętej Heleny, Svatá Helena, Sfânta Elena'),
    ('SI', 'Slovenia, Slovénie, Eslovenia, Eslovênia, Eslovénia, Slowenien, Słowenia, Slovinsko, Slovenija'),
    ('SJ', 'Svalbard & Jan Mayen, Svalbard et Jan Mayen, Svalbard y Jan Mayen, Svalbard eta Jan Mayen uharteak, Svalbard e Jan Mayen, Spitzbergen und Jan Mayen, Svalbard i Jan Mayen, Špicberky a Jan Mayen, Svalbard și Jan Mayen'),
    ('SK', 'Slovakia, Slovaquie, Eslovaquia, Eslovakia, Eslováquia, Slovacchia, Slowakei, Słowacja, Slovensko, Slovacia, Slovak Republic'),
    ('SL', 'Sierra Leone, Sierra Leona, Serra Leoa'),
    ('SM', 'San Marino, Saint-Marin, São Marinho'),
    ('SN', 'Senegal, Sénégal'),
    ('SO', 'Somalia, Somalie, Somália, Somálsko'),
    ('SR', 'Suriname, Surinam'),
    ('SS', 'South Sudan, Soudan du Sud, Sudán del Sur, Hego Sudan, Sudão do Sul, Sud Sudan, Südsudan, Sudan Południowy, Jižní Súdán, Sudanul de Sud'),
    ('ST', 'São Tomé & Príncipe, Sao Tomé-et-Principe, Santo Tomé y Príncipe, Sao Tome eta Principe, São Tomé e Príncipe, São Tomé und Príncipe, Wyspy Świętego Tomasza i Książęca, Svatý Tomáš a Princův ostrov, São Tomé și Príncipe'),
    ('SV', 'El Salvador, Salvador, Salwador'),
    ('SX', 'Sint Maarten, Saint-Martin (partie néerlandaise), São Martinho (Sint Maarten), Svatý Martin (Nizozemsko), Sint-Maarten'),
    ('SY', 'Syria, Syrie, Siria, Síria, Syrien, Sýrie'),
    ('SZ', 'Eswatini, Esuatini, Swazilandia, Essuatíni, Swaziland'),
    ('TC', 'Turks & Caicos Islands, Îles Turques-et-Caïques, Islas Turcas y Caicos, Turk eta Caico uharteak, Ilhas Turcas e Caicos, Isole Turks e Caicos, Turks- und Caicosinseln, Turks i Caicos, Turks a Caicos, Insulele Turks și Caicos'),
    ('TD', 'Chad, Tchad, Txad, Chade, Ciad, Tschad, Czad, Čad'),
    ('TF', 'French Southern Territories, Terres australes françaises, Territorios Australes Franceses, Hegoaldeko lurralde frantsesak, Territórios Franceses do Sul, Territórios Austrais Franceses, Terre australi francesi, Französische Süd- und Antarktisgebiete, Francuskie Terytoria Południowe i Antarktyczne, Francouzská jižní území, Teritoriile Australe și Antarctice Franceze'),
    ('TG', 'Togo'),
    ('TH', 'Thailand, Thaïlande, Tailandia, Thailandia, Tailândia, Tajlandia, Thajsko, Thailanda'),
    ('TJ', 'Tajikistan, Tadjikistan, Tayikistán, Tadjiquistão, Tajiquistão, Tagikistan, Tadschikistan, Tadżykistan, Tádžikistán'),
    ('TK', 'Tokelau, Toquelau'),
    ('TL', 'Timor-Leste, Timor oriental, Ekialdeko Timor, Timor Est, Timor Wschodni, Východní Timor'),
    ('TM', 'Turkmenistan, Turkménistan, Turkmenistán, Turcomenistão, Turquemenistão'),
    ('TN', 'Tunisia, Tunisie, Túnez, Tunísia, Tunesien, Tunezja, Tunisko'),
    ('TO', 'Tonga'),
    ('TR', 'Turkey, Turquie, Turquía, Turkia, Turquia, Turchia, Türkei, Turcja, Turecko, Turcia, Tirkiye, Türkiye'),
    ('TT', 'Trinidad & Tobago, Trinité-et-Tobago, Trinidad y Tobago, Trinidad eta Tobago, Trinidad e Tobago, Trindade e Tobago, Trinidad und Tobago, Trynidad i Tobago, Trinidad a Tobago, Trinidad și Tobago'),
    ('TV', 'Tuvalu'),
    ('TW', 'Taiwan, Taïwan, Taiwán, Tajwan, Tchaj-wan'),
    ('TZ', 'Tanzania, Tanzanie, Tanzânia, Tansania'),
    ('UA', 'Ukraine, Ucrania, Ukraina, Ucrânia, Ucraina, Ukrajina, Украина, Україна'),
    ('UG', 'Uganda, Ouganda'),
    ('UM', 'U.S. Outlying Islands, Îles mineures éloignées des États-Unis, Islas menores alejadas de EE. UU., Ameriketako Estatu Batuetako Kanpoaldeko Uharte Txikiak, Ilhas Menores Distantes dos EUA, Ilhas Menores Afastadas dos EUA, Altre isole americane del Pacifico, Amerikanische Überseeinseln, Dalekie Wyspy Mniejsze Stanów Zjednoczonych, Menší odlehlé ostrovy USA, Insulele Îndepărtate ale S.U.A.'),
    ('US', 'United States, États-Unis, Estados Unidos, Ameriketako Estatu Batuak, Stati Uniti, Vereinigte Staaten, Stany Zjednoczone, Spojené státy, Statele Unite ale Americii, USA, America'),
    ('UY', 'Uruguay, Uruguai, Urugwaj'),
    ('UZ', 'Uzbekistan, Ouzbékistan, Uzbekistán, Uzbequistão, Usbequistão, Usbekistan'),
    ('VA', 'Vatican City, État de la Cité du Vatican, Ciudad del Vaticano, Vatikano Hiria, Cidade do Vaticano, Città del Vaticano, Vatikanstadt, Watykan, Vatikán, Statul Cetății Vaticanului'),
    ('VC', 'St. Vincent & Grenadines, Saint-Vincent-et-les Grenadines, San Vicente y las Granadinas, Saint Vincent eta Grenadinak, São Vicente e Granadinas, Saint Vincent e Grenadine, St. Vincent und die Grenadinen, Saint Vincent i Grenadyny, Svatý Vincenc a Grenadiny, Saint Vincent și Grenadinele'),
    ('VE', 'Venezuela, Wenezuela'),
    ('VG', 'British Virgin Islands, Îles Vierges britanniques, Islas Vírgenes Británicas, Birjina uharte britainiarrak, Ilhas Virgens Britânicas, Isole Vergini Britanniche, Britische Jungferninseln, Brytyjskie Wyspy Dziewicze, Britské Panenské ostrovy, Insulele Virgine Britanice'),
    ('VI', 'U.S. Virgin Islands, Îles Vierges des États-Unis, Islas Vírgenes de EE. UU., Birjina uharte amerikarrak, Ilhas Virgens Americanas, Ilhas Virgens dos EUA, Isole Vergini Americane, Amerikanische Jungferninseln, Wyspy Dziewicze Stanów Zjednoczonych, Americké Panenské ostrovy, Insulele Virgine Americane'),
    ('VN', 'Vietnam, Viêt Nam, Vietnã, Vietname, Wietnam'),
    ('VU', 'Vanuatu'),
    ('WF', 'Wallis & Futuna, Wallis-et-Futuna, Wallis y Futuna, Wallis eta Futuna, Wallis e Futuna, Wallis und Futuna, Wallis i Futuna, Wallis a Futuna, Wallis și Futuna'),
    ('WS', 'Samoa'),
    ('XK', 'Kosovo, Kosowo, Kosovë'),
    ('YE', 'Yemen, Yémen, Iêmen, Iémen, Jemen'),
    ('YT', 'Mayotte, Maiote, Majotta'),
    ('ZA', 'South Africa, Afrique du Sud, Sudáfrica, Hegoafrika, África do Sul, Sudafrica, Südafrika, Republika Południowej Afryki, Jihoafrická republika, Africa de Sud'),
    ('ZM', 'Zambia, Zambie, Zâmbia, Sambia'),
    ('ZW', 'Zimbabwe, Zimbabue, Zimbábue, Zimbabué, Simbabwe');

alter table region add column other_names text not null default '';

create or replace view cluster_derived_text as
select c.id as cluster_id,
       concat_ws(' ', city.name, city.other_names, region.name, region.other_names,
           (select string_agg(n.name, ' ') from city_nuts n where n.city_id = c.city_id),
           (select string_agg(n.name, ' ') from region_nuts n where n.region_id = region.id),
           (select string_agg(d.label, ' ')
            from cluster_tag t
            join nace_division d on d.code = t.code
            where t.cluster_id = c.id and t.facet = 'ACTIVITY'),
           (select string_agg(k.label, ' ')
            from competence k
            where k.id in (select l.ancestor_id
                           from cluster_tag t
                           join competence_lineage l on l.competence_id = t.code
                           where t.cluster_id = c.id and t.facet = 'COMPETENCE')),
           (select string_agg(e.label, ' ')
            from cluster_ecosystem ce
            join ecosystem e on e.id = ce.ecosystem_id
            where ce.cluster_id = c.id)) as words
from cluster c
left join city on city.id = c.city_id
left join region on region.id = city.region_id;

create or replace view cluster_search_now as
select c.id as cluster_id,
       setweight(to_tsvector('simple', coalesce(directory_spellings(c.name), '')), 'A')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(c.summary || ' ' || c.keywords), '')), 'B')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(d.words), '')), 'C')
       || setweight(to_tsvector('simple', coalesce(directory_spellings(concat_ws(' ',
              c.details ->> 'strategy', c.details ->> 'majorPlayers', c.details ->> 'scaleUpFacilities',
              c.details ->> 'excellenceLabel', c.details ->> 'otherLabel',
              -- a list is taken as it stands: what is between its words is no word
              c.details ->> 'technologyFields', c.details ->> 'services', c.details ->> 'networks',
              c.details ->> 'sectoralIndustries', c.details ->> 'emergingIndustries', c.details ->> 's3Areas',
              (select string_agg(n.label, ' ')
               from cluster_tag t
               join nace_division n on n.code = t.code
               where t.cluster_id = c.id and t.facet = 'MARKET'))), '')), 'D')
       || coalesce((select n.words from country_name n where n.country = c.country), cast('' as tsvector)) as words,
       array(select t.term from cluster_term t where t.cluster_id = c.id order by t.term) as terms
from cluster c
join cluster_derived_text d on d.cluster_id = c.id;

insert into cluster_search (cluster_id, words, terms)
select cluster_id, words, terms from cluster_search_now
on conflict (cluster_id) do update set words = excluded.words, terms = excluded.terms;
insert into search_word (word)
select word from ts_stat('select words from cluster_search') where length(word) > 3 and word !~ '[0-9]'
on conflict do nothing;
-- the words of a notice are made anew when it is written
update cluster_offer set wording = wording where directory_fold(wording) ~ '''|σ';

-- Whoever has read a list of clusters is to read it again.
update directory_revision set number = number + 1;
