package eu.urbact.infocus.directory.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import eu.urbact.infocus.chassis.validation.WebAddress;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Figure.Precision;
import eu.urbact.infocus.directory.reference.Scale;

/**
 * Everything that a city's people write about a cluster. Where it can be taken is said by {@link ProfileRules}.
 *
 * @param name name of the cluster
 * @param kind what stands behind the name
 * @param summary one or two sentences
 * @param keywords words under which it shall be found
 * @param scale how far it reaches, or null
 * @param jobs direct jobs, or null
 * @param jobsPrecision how exactly that is meant; null without jobs. Unless given, as the directory has this number so far, otherwise
 *     exactly
 * @param membersPrecision the same about the total of members in the details
 * @param details what it says about itself, in fields that others have too
 * @param activities what it does: NACE Rev. 2 divisions with weight 1 to 3
 * @param competences what it is good at, with level 1 to 3
 * @param markets whom it serves: NACE Rev. 2 divisions
 * @param objectives numbers of the Sustainable Development Goals
 * @param contact whom the organisers may ask; never published
 */
public record ProfileContent(
        String name,
        ClusterKind kind,
        String summary,
        String keywords,
        Scale scale,
        Integer jobs,
        Precision jobsPrecision,
        Precision membersPrecision,
        ClusterDetails details,
        @JsonSetter(contentNulls = Nulls.FAIL) List<Statement> activities,
        @JsonSetter(contentNulls = Nulls.FAIL) List<Statement> competences,
        @JsonSetter(contentNulls = Nulls.FAIL) List<Statement> markets,
        @JsonSetter(contentNulls = Nulls.FAIL) List<Statement> objectives,
        Contact contact) {

    /** Completes what was left out. */
    public ProfileContent {
        name = text(name);
        summary = text(summary);
        keywords = text(keywords);
        details = details == null ? ClusterDetails.NONE : details;
        jobsPrecision = jobs == null ? null : jobsPrecision;
        membersPrecision = details.members().total() == null ? null : membersPrecision;
        activities = list(activities);
        competences = list(competences);
        markets = list(markets);
        objectives = list(objectives);
        contact = contact == null ? Contact.NONE : contact;
    }

    /** A profile of which no more than the name is known. */
    static ProfileContent named(String name) {
        return new ProfileContent(
                name,
                ClusterKind.CLUSTER_ORGANISATION,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static List<Statement> list(List<Statement> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    /** The same with other details, name and summary, as a file brings them. How exactly a number is meant goes with the number. */
    ProfileContent with(String newName, String newSummary, ClusterDetails newDetails) {
        boolean sameMembers =
                Objects.equals(details.members().total(), newDetails.members().total());
        return new ProfileContent(
                newName,
                kind,
                newSummary,
                keywords,
                scale,
                jobs,
                jobsPrecision,
                sameMembers ? membersPrecision : null,
                newDetails,
                activities,
                competences,
                markets,
                objectives,
                contact);
    }

    /** The same as it is kept where it is written in other words: countries by their names, addresses as somebody types them. */
    ProfileContent asKept() {
        return new ProfileContent(
                name,
                kind,
                summary,
                keywords,
                scale,
                jobs,
                jobsPrecision,
                membersPrecision,
                details.with(
                        WebAddress.of(details.website()).orElse(details.website()),
                        details.targetCountries().stream()
                                .map(country -> CountryNames.code(country).orElse(country))
                                .toList()),
                asKept(activities),
                asKept(competences),
                asKept(markets),
                asKept(objectives),
                contact);
    }

    private static List<Statement> asKept(List<Statement> statements) {
        return statements.stream().map(Statement::asKept).toList();
    }

    /** The same with other words about how exactly its numbers are meant. */
    ProfileContent with(Precision newJobsPrecision, Precision newMembersPrecision) {
        return new ProfileContent(
                name,
                kind,
                summary,
                keywords,
                scale,
                jobs,
                newJobsPrecision,
                newMembersPrecision,
                details,
                activities,
                competences,
                markets,
                objectives,
                contact);
    }

    /** The same with another contact person. */
    ProfileContent with(Contact other) {
        return new ProfileContent(
                name,
                kind,
                summary,
                keywords,
                scale,
                jobs,
                jobsPrecision,
                membersPrecision,
                details,
                activities,
                competences,
                markets,
                objectives,
                other);
    }

    /**
     * What differs, field by field, in the order of the form.
     *
     * @param after the content that takes the place of this one
     * @return each changed field with what was there before; of the contact person only that it changed
     */
    List<FieldChange> changesTo(ProfileContent after) {
        Map<String, String> old = values();
        List<FieldChange> changes = new ArrayList<>();
        after.values().forEach((field, value) -> {
            if (!value.equals(old.get(field))) {
                changes.add(new FieldChange(field, old.get(field), value));
            }
        });
        if (!contact.equals(after.contact)) {
            changes.add(new FieldChange("contact", null, null));
        }
        return changes;
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("kind", kind == null ? "" : kind.name());
        values.put("summary", summary);
        values.put("keywords", keywords);
        values.put("scale", scale == null ? "" : scale.name());
        values.put("jobs", number(jobs));
        values.put("jobsPrecision", precision(jobsPrecision));
        values.put("founded", number(details.founded()));
        values.put("legalForm", text(details.legalForm()));
        values.put("website", text(details.website()));
        values.put("staff", number(details.staff()));
        values.put("excellenceLabel", text(details.excellenceLabel()));
        values.put("otherLabel", text(details.otherLabel()));
        values.put("networks", joined(details.networks()));
        values.put("languages", joined(details.languages()));
        values.put("sectoralIndustries", joined(details.sectoralIndustries()));
        values.put("technologyFields", joined(details.technologyFields()));
        values.put("s3Areas", joined(details.s3Areas()));
        values.put("emergingIndustries", joined(details.emergingIndustries()));
        values.put("members.total", number(details.members().total()));
        values.put("membersPrecision", precision(membersPrecision));
        values.put("members.smes", number(details.members().smes()));
        values.put("members.startUps", number(details.members().startUps()));
        values.put("members.largeCompanies", number(details.members().largeCompanies()));
        values.put("members.researchOrganisations", number(details.members().researchOrganisations()));
        values.put("members.others", number(details.members().others()));
        values.put("scaleUpFacilities", text(details.scaleUpFacilities()));
        values.put("majorPlayers", text(details.majorPlayers()));
        values.put("strategy", text(details.strategy()));
        values.put("formalStrategy", truth(details.formalStrategy()));
        values.put("internationalStrategy", truth(details.internationalStrategy()));
        values.put("services", joined(details.services()));
        values.put("targetCountries", joined(details.targetCountries()));
        values.put("contactRole", text(details.contactRole()));
        values.put("activities", statements(activities));
        values.put("competences", statements(competences));
        values.put("markets", statements(markets));
        values.put("objectives", statements(objectives));
        return values;
    }

    private static String number(Integer value) {
        return value == null ? "" : value.toString();
    }

    /** Nothing for exactly: a new number alone is one change. */
    private static String precision(Precision value) {
        return value == null || value == Precision.EXACT ? "" : value.name();
    }

    private static String truth(Boolean value) {
        return value == null ? "" : value ? "yes" : "no";
    }

    private static String joined(List<String> values) {
        return String.join("; ", values);
    }

    private static String statements(Collection<Statement> statements) {
        return statements.stream().map(Statement::words).sorted().collect(Collectors.joining("; "));
    }

    /**
     * Whom the organisers may ask about the cluster. Personal data: for the city's editors and the organisers only.
     *
     * @param name name of a person, or empty
     * @param email address, or empty
     */
    public record Contact(String name, String email) {

        /** Nobody named. */
        public static final Contact NONE = new Contact("", "");

        /** Takes nothing for empty. */
        public Contact {
            name = text(name);
            email = text(email);
        }

        @Override
        public String toString() {
            // never the person: this may end in a log
            return "Contact[]";
        }
    }
}
