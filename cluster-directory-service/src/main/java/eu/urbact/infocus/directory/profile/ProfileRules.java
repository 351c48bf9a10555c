package eu.urbact.infocus.directory.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.chassis.validation.TextRules;
import eu.urbact.infocus.chassis.validation.WebAddress;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterDetails.Members;
import eu.urbact.infocus.directory.cluster.Namesake;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.reference.Vocabulary;

/**
 * What a profile may hold while it is being written, and what it has to say before it is submitted. A field is named as in the
 * request, so that a form can put each message beside its field. All but the contact person becomes open data, so no other field takes
 * an address of somebody.
 */
public final class ProfileRules {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SUMMARY = 600;
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 4000;
    static final int MOST_ENTRIES = 30;

    private static final int FIRST_YEAR = 1500;
    private static final int MOST_PEOPLE = 1_000_000;

    private static final String CONTACT_INSTEAD =
            "say who is to be asked in the fields of the contact person, which are not published";

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]+\\.[^\\s@<>]+");
    private static final String NO_ADDRESS = "must be a web address such as https://www.example.org";

    private final Taxonomy taxonomy;
    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    private ProfileRules(Taxonomy taxonomy, LocalDate today) {
        this.taxonomy = taxonomy;
        this.today = today;
    }

    /**
     * What stands against keeping this.
     *
     * @param content what was entered
     * @param taxonomy the known codes
     * @param today the day it is
     * @return what is wrong, field by field; empty when it can be kept
     */
    public static List<FieldError> check(ProfileContent content, Taxonomy taxonomy, LocalDate today) {
        ProfileRules rules = new ProfileRules(taxonomy, today);
        rules.check(content);
        return rules.errors;
    }

    /**
     * What is still missing before it can be submitted. Without markets nobody learns whom the cluster serves, and cooperation
     * across industries cannot be found.
     *
     * @param content what was kept
     * @return what to add, field by field; empty when it can be submitted
     */
    public static List<FieldError> missing(ProfileContent content) {
        List<FieldError> missing = new ArrayList<>();
        if (content.summary().isEmpty()) {
            missing.add(new FieldError("summary", "say in one or two sentences what the cluster is"));
        }
        if (content.activities().isEmpty()) {
            missing.add(new FieldError("activities", "choose at least one economic activity"));
        }
        if (content.competences().isEmpty()) {
            missing.add(new FieldError("competences", "choose at least one competence"));
        }
        if (content.markets().isEmpty()) {
            missing.add(new FieldError("markets", "choose at least one market that the cluster serves"));
        }
        if (content.details().contactRole() == null) {
            missing.add(new FieldError("details.contactRole", "say which role or office to ask for"));
        }
        return missing;
    }

    /**
     * That a city has a cluster of this name already, for the city's own people.
     *
     * @param namesake that cluster
     */
    static FieldError nameTaken(Namesake namesake) {
        return new FieldError(
                "name", "your city has a cluster of this name already, \"" + namesake.idInItsCity() + "\"");
    }

    /**
     * The same for a reviewer, who does not learn what the city has not submitted.
     *
     * @param namesake that cluster
     */
    static FieldError nameTakenForReviewers(Namesake namesake) {
        return new FieldError(
                "name",
                namesake.shownId()
                        .map(id -> "its city has a cluster of this name already, \"" + id + "\"")
                        .orElse("its city uses this name already"));
    }

    private void check(ProfileContent content) {
        if (content.name().isEmpty()) {
            add("name", "must not be blank");
        }
        line("name", content.name(), LONGEST_NAME);
        if (content.kind() == null) {
            add("kind", "must not be blank");
        }
        text("summary", content.summary(), LONGEST_SUMMARY);
        line("keywords", content.keywords(), LONGEST_SUMMARY);
        number("jobs", content.jobs(), MOST_PEOPLE);
        check(content.details());
        statements("activities", Facet.ACTIVITY, content.activities());
        statements("competences", Facet.COMPETENCE, content.competences());
        statements("markets", Facet.MARKET, content.markets());
        statements("objectives", Facet.OBJECTIVE, content.objectives());
        safe("contact.name", content.contact().name(), LONGEST_LINE, false, false);
        String email = content.contact().email();
        if (!email.isEmpty()
                && (email.length() > LONGEST_LINE
                        || !EMAIL.matcher(email).matches()
                        || SafeText.Validator.problem(email, false) != null)) {
            add("contact.email", "is not a mail address");
        }
    }

    private void check(ClusterDetails details) {
        if (details.founded() != null && (details.founded() < FIRST_YEAR || details.founded() > today.getYear())) {
            add("details.founded", "must be a year from " + FIRST_YEAR + " to " + today.getYear());
        }
        line("details.legalForm", details.legalForm(), LONGEST_LINE);
        if (details.website() != null && details.website().length() > WebAddress.LONGEST) {
            add("details.website", "must have at most " + WebAddress.LONGEST + " characters");
        } else if (details.website() != null) {
            address("details.website", details.website());
        }
        number("details.staff", details.staff(), MOST_PEOPLE);
        line("details.excellenceLabel", details.excellenceLabel(), LONGEST_LINE);
        line("details.otherLabel", details.otherLabel(), LONGEST_LINE);
        lines("details.networks", details.networks());
        lines("details.languages", details.languages());
        known(
                "details.languages",
                details.languages(),
                LanguageNames::code,
                "a language by its name or its ISO 639 code");
        lines("details.sectoralIndustries", details.sectoralIndustries());
        lines("details.technologyFields", details.technologyFields());
        lines("details.s3Areas", details.s3Areas());
        // of this list only those terms are known that were seen; others are taken as they are
        once("details.s3Areas", details.s3Areas(), area -> Optional.of(spelt(Vocabulary.S3_PRIORITY_AREA, area)));
        lines("details.emergingIndustries", details.emergingIndustries());
        known(
                "details.emergingIndustries",
                details.emergingIndustries(),
                industry ->
                        taxonomy.term(Vocabulary.EMERGING_INDUSTRY, industry).map(TermEntry::id),
                "one of the platform's emerging industries");
        check(details.members());
        text("details.scaleUpFacilities", details.scaleUpFacilities(), LONGEST_TEXT);
        text("details.majorPlayers", details.majorPlayers(), LONGEST_TEXT);
        text("details.strategy", details.strategy(), LONGEST_TEXT);
        lines("details.services", details.services());
        lines("details.targetCountries", details.targetCountries());
        known(
                "details.targetCountries",
                details.targetCountries(),
                country -> Optional.of(country).filter(CountryNames::isCode),
                "a country that is known: write a name such as Portugal, or a code such as PT");
        line("details.contactRole", details.contactRole(), LONGEST_LINE);
    }

    private void check(Members members) {
        number("details.members.total", members.total(), MOST_PEOPLE);
        number("details.members.smes", members.smes(), MOST_PEOPLE);
        number("details.members.startUps", members.startUps(), MOST_PEOPLE);
        number("details.members.largeCompanies", members.largeCompanies(), MOST_PEOPLE);
        number("details.members.researchOrganisations", members.researchOrganisations(), MOST_PEOPLE);
        number("details.members.others", members.others(), MOST_PEOPLE);
        // a start-up may be counted among the small companies, too
        long parts = Stream.of(
                        members.smes(), members.largeCompanies(), members.researchOrganisations(), members.others())
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        if (members.total() != null && parts > members.total()) {
            add("details.members.total", "must not be less than its parts together");
        }
    }

    private void statements(String field, Facet facet, List<Statement> statements) {
        if (statements.size() > MOST_ENTRIES) {
            add(field, "must be at most " + MOST_ENTRIES);
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            String at = field + "[" + i + "].";
            if (statement.code() == null || !taxonomy.knows(facet, statement.code())) {
                add(at + "code", "is not a known code");
            } else if (!seen.add(statement.code())) {
                add(at + "code", "is there twice");
            }
            if (statement.level() < 1 || statement.level() > facet.highestLevel()) {
                add(
                        at + "level",
                        facet.highestLevel() == 1 ? "must be 1" : "must be from 1 to " + facet.highestLevel());
            }
            if (statement.source() != null) {
                source(at + "source.", statement.source());
            }
        }
    }

    private void source(String at, Statement.Document source) {
        address(at + "url", source.url());
        if (source.readOn() == null) {
            add(at + "readOn", "say on which day it was read there");
        } else if (source.readOn().isAfter(today)) {
            add(at + "readOn", "must not be in the future");
        } else if (source.readOn().getYear() < YamlMapping.FIRST_YEAR) {
            add(at + "readOn", "must not be before the year " + YamlMapping.FIRST_YEAR);
        }
    }

    private void address(String field, String text) {
        if (WebAddress.of(text).isEmpty()) {
            add(field, WebAddress.mayBeTwo(text) ? WebAddress.TWO_ADDRESSES : NO_ADDRESS);
        }
    }

    private void number(String field, Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            add(field, "must be a number from 0 to " + most);
        }
    }

    private void lines(String field, List<String> lines) {
        if (lines.size() > MOST_ENTRIES) {
            add(field, "must be at most " + MOST_ENTRIES);
            return;
        }
        for (String line : lines) {
            int before = errors.size();
            line(field, line, LONGEST_LINE);
            if (errors.size() == before && line.contains(";")) {
                add(field, "one to a line, without semicolons");
            }
            if (errors.size() > before) {
                // one message for the field is enough
                return;
            }
        }
    }

    private String spelt(Vocabulary vocabulary, String text) {
        return taxonomy.term(vocabulary, text).map(TermEntry::id).orElseGet(() -> text.toLowerCase(Locale.ROOT));
    }

    /** Each value means something that is known, and something else than those before it. */
    private void known(String field, List<String> values, Function<String, Optional<String>> meaning, String what) {
        if (isFaulty(field)) {
            return;
        }
        List<String> unknown = values.stream()
                .filter(value -> meaning.apply(value).isEmpty())
                .map(value -> "\"" + value + "\"")
                .toList();
        if (unknown.isEmpty()) {
            once(field, values, meaning);
        } else {
            add(field, String.join(", ", unknown) + (unknown.size() == 1 ? " is not " : ": none is ") + what);
        }
    }

    private void once(String field, List<String> values, Function<String, Optional<String>> meaning) {
        if (isFaulty(field)) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(meaning.apply(value).orElse(value))) {
                add(field, "\"" + value + "\" is there twice");
                return;
            }
        }
    }

    private boolean isFaulty(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    private void line(String field, String value, int most) {
        safe(field, value, most, false, true);
    }

    private void text(String field, String value, int most) {
        safe(field, value, most, true, true);
    }

    private void safe(String field, String value, int most, boolean multiline, boolean published) {
        if (value == null || value.isEmpty()) {
            return;
        }
        if (TextLength.of(value) > most) {
            add(field, "must have at most " + most + " characters");
            return;
        }
        String problem = published
                ? TextRules.problemOfPublished(value, multiline, CONTACT_INSTEAD)
                : TextRules.problem(value, multiline);
        if (problem != null) {
            add(field, problem);
        }
    }

    private void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
