package eu.urbact.infocus.directory.cluster;

import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static org.assertj.core.api.Assertions.assertThat;

/** The spellings of the ten languages, in the database's own functions. */
@QuarkusTest
@WithEmbeddedServers
class SpellingTest {

    /** The functions that a search asks with: each word of what is typed is there. */
    private static final String ASKED = """
            select count(*)
            where (select bool_and(to_tsvector('simple', directory_spellings('%s')) @@ directory_marked(query, ''))
                   from unnest(directory_asked_each('%s')) query)""";

    @Inject
    DataSource database;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bielsko-Biała Köln  | BIELSKO biala koeln
            Köln                | Koeln
            Köln                | Koln
            Koeln               | Köln
            Koeln               | koln
            Koln                | köln
            Malmø               | Malmoe
            Malmø               | malmo
            Malmo               | Malmø
            Malmoe              | MALMØ
            Århus               | Aarhus
            Straße              | strasse
            Strasse             | straße
            Řež                 | rez
            Rez                 | Řež
            București           | bucuresti
            Bucuresti           | Bucureşti
            Ostrava-město       | ostrava mesto
            Łódź                | lodz
            Bergslagsåsen       | bergslagsas
            São João da Madeira | sao joao
            œnologie            | oenologie
            d'Aquitaine         | aquitaine
            Mov’eo              | moveo
            ΚΟΣΜΟΣ              | κοσμος
            κόσμος              | ΚΌΣΜΟΣ
            κοσμος              | κοσμοσ
            TICE.PT             | tice pt
            """)
    void every_spelling_finds_every_other(String written, String typed) {
        assertThat(DirectoryData.number(
                        database, ASKED.formatted(written.replace("'", "''"), typed.replace("'", "''"))))
                .as("%s typed, %s written", typed, written)
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"blue, bluff", "Köln, kilo", "queue, quark", "Oslo, Ösling"})
    void a_spelling_is_not_another_word(String typed, String written) {
        assertThat(DirectoryData.number(database, ASKED.formatted(written, typed)))
                .isZero();
    }
}
