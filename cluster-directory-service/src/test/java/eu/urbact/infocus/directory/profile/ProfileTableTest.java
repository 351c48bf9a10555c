package eu.urbact.infocus.directory.profile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

/** A profile is taken from a table in the platform's columns, completely or not at all. */
@QuarkusTest
@WithEmbeddedServers
class ProfileTableTest extends ProfileSteps {

    @Test
    void a_table_in_the_platforms_columns_is_taken_completely_or_not_at_all() {
        String id = begin("porto", "Optics", false).path("id");
        csv(id, "website,date_established,target_countries\nhttps://optics.example,1999,ES; BR\n")
                .then()
                .statusCode(200)
                .body("content.details.website", equalTo("https://optics.example"))
                .body("content.details.targetCountries", contains("ES", "BR"))
                .body("content.name", equalTo("Optics"));
        csv(id, "website,date_established\nhttps://other.example,99\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("date_established"));
        csv(id, "website,\"date\nx,y\n").then().statusCode(422).body("errors.field", contains("file"));
        city("porto").get(PARTNER + "/" + id).then().body("content.details.website", equalTo("https://optics.example"));
        String file = city("porto")
                .get(PARTNER + "/" + id + "/eccp")
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"cluster-" + id + ".csv\"")
                .extract()
                .asString();
        assertThat(file).contains("cluster_name,date_established,").contains("\"https://optics.example\"");
        csv(id, file).then().statusCode(200).header("ETag", etag("porto", id));
    }

    @Test
    void a_table_is_read_in_the_character_set_it_says_or_refused() {
        String id = begin("porto", "Optics", false).path("id");
        byte[] western = "cluster_name,strategy\nD4,Saúde\n".getBytes(Charset.forName("windows-1252"));
        csv(id, "text/csv", western)
                .then()
                .statusCode(422)
                .body("errors.field", contains("file"))
                .body("errors.message", contains("is not in UTF-8"));
        city("porto").get(PARTNER + "/" + id).then().body("content.name", equalTo("Optics"));
        csv(id, "text/csv; charset=klingon", western)
                .then()
                .statusCode(422)
                .body("errors.message", contains("is in a character set that is not known"));
        csv(id, "text/csv; charset=windows-1252", western)
                .then()
                .statusCode(200)
                .body("content.details.strategy", equalTo("Saúde"));
        csv(id, "text/csv; charset=UTF-8", "strategy\nŁódź\n".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(200)
                .body("content.details.strategy", equalTo("Łódź"));
        csv(id, "text/csv", new byte[0]).then().statusCode(422).body("errors.message", contains("is empty"));
    }

    @Test
    void the_own_row_of_the_open_data_can_be_pasted_back() {
        String id =
                json(city("porto"), Map.of("clusterId", "hcp")).post(PARTNER).path("id");
        List<String> lines =
                given().get("/api/v1/open-data/clusters.csv").asString().lines().toList();
        String own = lines.stream()
                .filter(line -> line.contains("/en/clusters/hcp"))
                .findFirst()
                .orElseThrow();
        csv(id, lines.get(0) + "\n" + own + "\n")
                .then()
                .statusCode(200)
                .body("content.name", equalTo("Health Cluster Portugal"));
    }

    /** A row of the platform's columns, each beside a value that is right: which column is wrong, and what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            website,target_countries/https://new.example,Atlantis          | target_countries | "Atlantis" is not a country that is known: write a name such as Portugal, or a code such as PT
            website,target_countries/https://new.example,PT; XX; Ys        | target_countries | "XX", "Ys": none is a country that is known: write a name such as Portugal, or a code such as PT
            website,strategy/https://new.example,%10000%                   | strategy         | must have at most 4000 characters
            website,description/https://new.example,%10000%                | description      | must have at most 600 characters and has 10000: say in one or two sentences what the cluster is, and put what is more under strategy
            website,languages/https://new.example,%10000%                  | languages        | must have at most 200 characters
            website,description/https://www.großstadt.de,Light.            | website          | must not have ß, ς or an invisible letter in the name of the site, as that can lead to two sites: write the name in the form that begins with xn--
            website,shoe_size/https://new.example,43                       | file             | column 2 has a heading that is not known: "shoe_size"
            website,strategy/https://new.example,"We lead                  | file             | after line 1: quotes are not closed, or something stands behind them
            website,strategy/https://new.example                           | file             | line 2 has 1 cells, but there are 2 headings
            website,formal_strategy/https://new.example,perhaps            | formal_strategy  | must be yes or no
            description,website/Light.,javascript:alert(1)                 | website          | must be a web address such as https://www.example.org
            description,website/Light.,%40000%                             | website          | must have at most 500 characters
            """)
    void a_faulty_table_is_explained_and_nothing_of_it_is_taken(String row, String column, String message) {
        String id = begin("porto", "Optics", false).path("id");
        edit(id, "\"v0\"", whole()).then().statusCode(200);
        Object before = city("porto").get(PARTNER + "/" + id).path("content");
        String file = row.replace("https://", "https:%%")
                .replace('/', '\n')
                .replace("https:%%", "https://")
                .replace("%10000%", "x".repeat(10_000))
                .replace("%40000%", "a.".repeat(40_000));
        csv(id, file)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", contains(column))
                .body("errors.message", contains(message));
        city("porto").get(PARTNER + "/" + id).then().header("ETag", "\"v1\"").body("content", equalTo(before));
    }

    @Test
    void the_fields_of_the_platforms_page_can_be_pasted_by_its_own_headings() {
        String id = begin("porto", "Optics", false).path("id");
        csv(id, """
                Date established\tMembership of ESCP-4i/S3/4x\tOther networks\tManagement team contacts\tSMEs\tLarge\tStrategy text
                14/05/2007\tEPIC; NATUREEF\tTCI\tAna Silva\t12\t3\tWe lead in light.
                """)
                .then()
                .statusCode(200)
                .body("content.details.founded", equalTo(2007))
                .body("content.details.networks", contains("EPIC", "NATUREEF", "TCI"))
                .body("content.details.members.smes", equalTo(12))
                .body("content.details.members.largeCompanies", equalTo(3))
                .body("content.details.strategy", equalTo("We lead in light."))
                .body("notes.field", contains("Management team contacts", "date_established"))
                .body("notes.message", contains("was left out: there is no such column here", "was taken as 2007"));
        csv(id, "Startegy text,SMEs\nWe follow.,13\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("file"))
                .body(
                        "errors.message",
                        contains(
                                "column 1 has a heading that is not known: \"Startegy text\"; the nearest that is known is"
                                        + " \"Strategy text\""));
        city("porto").get(PARTNER + "/" + id).then().body("content.details.members.smes", equalTo(12));
    }

    @Test
    void countries_and_addresses_are_kept_in_one_way_however_they_are_written() {
        String id = begin("porto", "Optics", false).path("id");
        Map<String, Object> content = whole();
        content.put(
                "details",
                Map.of(
                        "website",
                        "HTTPS://műszer.hu/En",
                        "targetCountries",
                        List.of("Türkiye", "pt", "Kosovo", "Portugal")));
        content.put(
                "activities",
                List.of(Map.of(
                        "code",
                        "26",
                        "level",
                        3,
                        "source",
                        Map.of("url", "HTTP://münchen.example/a", "readOn", "2016-05-01"))));
        edit(id, "\"v0\"", content)
                .then()
                .statusCode(200)
                .body("content.details.website", equalTo("https://xn--mszer-mgb.hu/En"))
                .body("content.details.targetCountries", contains("TR", "PT", "XK"))
                .body("content.activities[0].source.url", equalTo("http://xn--mnchen-3ya.example/a"));
        content.put("details", Map.of("targetCountries", List.of("Atlantis")));
        edit(id, "\"v1\"", content)
                .then()
                .statusCode(422)
                .body("errors.field", contains("details.targetCountries"))
                .body(
                        "errors.message",
                        contains(
                                "\"Atlantis\" is not a country that is known: write a name such as Portugal, or a code such as PT"));
    }

    @Test
    void what_another_platform_calls_languages_and_priority_areas_comes_back_unchanged() {
        String id = begin("porto", "Optics", false).path("id");
        String languages = "English; Español; Português; Norsk (bokmål)";
        String areas =
                "KETs - Advanced manufacturing systems; Sustainable innovation - Eco-innovations; Something new & odd";
        csv(id, "languages,s3_eu_priority_areas\n" + languages + "," + areas + "\n")
                .then()
                .statusCode(200)
                .body("content.details.languages", contains("English", "Español", "Português", "Norsk (bokmål)"))
                .body(
                        "content.details.s3Areas",
                        contains(
                                "KETs - Advanced manufacturing systems",
                                "Sustainable innovation - Eco-innovations",
                                "Something new & odd"));
        String file = city("porto").get(PARTNER + "/" + id + "/eccp").asString();
        assertThat(file).contains("\"" + languages + "\"").contains("\"" + areas + "\"");
        csv(id, file).then().statusCode(200).header("ETag", "\"v1\"");
    }

    @Test
    void the_row_of_another_cluster_is_refused_and_what_is_read_in_another_way_is_said() {
        String id = begin("porto", "Optics", false).path("id");
        List<String> lines =
                given().get("/api/v1/open-data/clusters.csv").asString().lines().toList();
        String foreign = lines.stream()
                .filter(line -> line.contains("/en/clusters/alpha-rlh"))
                .findFirst()
                .orElseThrow();
        csv(id, lines.get(0) + "\n" + foreign + "\n")
                .then()
                .statusCode(422)
                .body("errors.field", contains("id"))
                .body(
                        "errors.message",
                        contains("is the id of another cluster, \"alpha-rlh\"; this one is \"optics-porto\""));
        city("porto")
                .get(PARTNER + "/" + id)
                .then()
                .header("ETag", "\"v0\"")
                .body("content.name", equalTo("Optics"))
                .body("notes", empty());
        csv(id, "target_countries,website\n\"Portugal, España\",https://optics.example\n")
                .then()
                .statusCode(200)
                .body("content.details.targetCountries", contains("PT", "ES"))
                .body("notes.field", contains("target_countries"))
                .body("notes.message", contains("was taken as PT; ES"));
    }
}
