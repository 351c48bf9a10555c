package eu.urbact.infocus.portal.profiles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import eu.urbact.infocus.portal.profiles.EntryField.Kind;

/** The short pages of the editor. Each is saved by itself; the other pages' fields stay as they are. */
public enum ProfileSection {
    ABOUT("The cluster", null),
    ORGANISATION("Organisation and members", null),
    ACTIVITIES("Economic activities", "activities"),
    COMPETENCES("Competences", "competences"),
    MARKETS("Markets and objectives", "markets"),
    STRATEGY("Strategy and services", null);

    private static final List<EntryField> ABOUT_FIELDS = List.of(
            EntryField.of("name", Kind.LINE, "Name"),
            EntryField.of("kind", Kind.KIND, "What stands behind the name"),
            EntryField.of("scale", Kind.SCALE, "Reach", "How far the cluster is known and competes."),
            EntryField.of(
                    "summary",
                    Kind.TEXT,
                    "Summary",
                    "One or two sentences: what the cluster is and for whom. At most 600 characters."),
            EntryField.of("keywords", Kind.LINE, "Keywords", "Other words under which it shall be found."));

    private static final List<EntryField> ORGANISATION_FIELDS = List.of(
            EntryField.of("details.founded", Kind.NUMBER, "Year of establishment"),
            EntryField.of("details.legalForm", Kind.LINE, "Legal form", "For example association."),
            EntryField.of("details.website", Kind.LINE, "Website", "Begins with https://"),
            EntryField.of("details.staff", Kind.NUMBER, "People in the management team"),
            EntryField.of("details.members.total", Kind.NUMBER, "Members"),
            EntryField.of("membersPrecision", Kind.PRECISION, "How the number of members is meant"),
            EntryField.of("details.members.smes", Kind.NUMBER, "of these small and medium-sized enterprises"),
            EntryField.of("details.members.startUps", Kind.NUMBER, "of these start-ups"),
            EntryField.of("details.members.largeCompanies", Kind.NUMBER, "of these large companies"),
            EntryField.of("details.members.researchOrganisations", Kind.NUMBER, "of these research organisations"),
            EntryField.of("details.members.others", Kind.NUMBER, "of these others"),
            EntryField.of("jobs", Kind.NUMBER, "Direct jobs"),
            EntryField.of("jobsPrecision", Kind.PRECISION, "How the number of jobs is meant"),
            EntryField.of("details.excellenceLabel", Kind.LINE, "Label of cluster excellence"),
            EntryField.of("details.otherLabel", Kind.LINE, "Other label"),
            EntryField.of("details.networks", Kind.LINES, "European partnerships and networks", "One to a line."),
            EntryField.of("details.languages", Kind.LINES, "Languages", "One to a line."),
            EntryField.of(
                    "details.contactRole",
                    Kind.LINE,
                    "Whom to ask",
                    "A role or office, not a person: it is published. For example International office."),
            EntryField.of(
                    "contact.name",
                    Kind.LINE,
                    "Contact person",
                    "Seen by your city's editors and the organisers only. It is not published."),
            EntryField.of(
                    "contact.email",
                    Kind.LINE,
                    "Mail address of the contact person",
                    "Seen by your city's editors and the organisers only. It is not published."));

    private static final List<EntryField> STRATEGY_FIELDS = List.of(
            EntryField.of("details.sectoralIndustries", Kind.LINES, "Sectoral industries", "One to a line."),
            EntryField.of("details.technologyFields", Kind.LINES, "Technology fields", "One to a line."),
            EntryField.of("details.s3Areas", Kind.LINES, "S3 EU priority areas", "One to a line."),
            EntryField.of("details.emergingIndustries", Kind.LINES, "Emerging industries", "One to a line."),
            EntryField.of("details.scaleUpFacilities", Kind.TEXT, "Scale-up facilities"),
            EntryField.of("details.majorPlayers", Kind.TEXT, "Major players"),
            EntryField.of("details.strategy", Kind.TEXT, "Strategy", "In your own words, at most 4,000 characters."),
            EntryField.of("details.formalStrategy", Kind.TRUTH, "Is the strategy written down and adopted?"),
            EntryField.of("details.internationalStrategy", Kind.TRUTH, "Is there a strategy of internationalisation?"),
            EntryField.of("details.services", Kind.LINES, "Services to members", "One to a line."),
            EntryField.of(
                    "details.targetCountries",
                    Kind.LINES,
                    "Countries of internationalisation",
                    "By name or code of two letters, one to a line, for example Brazil or BR."));

    private final String title;
    private final String facet;

    ProfileSection(String title, String facet) {
        this.title = title;
        this.facet = facet;
    }

    /** The section with this name in addresses, if there is one. */
    static Optional<ProfileSection> of(String path) {
        return Arrays.stream(values())
                .filter(section -> section.path().equals(path))
                .findFirst();
    }

    /** The section in which a field of the profile is entered; the first one for what is in none. */
    static ProfileSection ofField(String field) {
        String root = field.replaceAll("\\[.*", "");
        if (root.equals("objectives")) {
            return MARKETS;
        }
        return Arrays.stream(values())
                .filter(section -> root.equals(section.facet)
                        || section.fields().stream()
                                .anyMatch(entry -> entry.path().equals(root)))
                .findFirst()
                .orElse(ABOUT);
    }

    /** What a field of the profile is called. */
    public static String labelOf(String field) {
        String root = field.replaceAll("\\[.*", "");
        for (ProfileSection section : values()) {
            if (root.equals(section.facet)) {
                return section == MARKETS ? "Markets served" : section.title;
            }
            for (EntryField entry : section.fields()) {
                // the history names the details without saying so
                if (entry.path().equals(root) || entry.path().equals("details." + root)) {
                    return entry.label();
                }
            }
        }
        return root.equals("objectives") ? "Policy objectives" : root.equals("contact") ? "Contact person" : root;
    }

    /** Its name in addresses. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its heading. */
    public String title() {
        return title;
    }

    /** The list of codes that is picked here, or null. */
    public String facet() {
        return facet;
    }

    /** What is typed here. */
    public List<EntryField> fields() {
        return switch (this) {
            case ABOUT -> ABOUT_FIELDS;
            case ORGANISATION -> ORGANISATION_FIELDS;
            case STRATEGY -> STRATEGY_FIELDS;
            case ACTIVITIES, COMPETENCES, MARKETS -> List.of();
        };
    }

    /** Whether codes have levels here. */
    public boolean isLevelled() {
        return this == ACTIVITIES || this == COMPETENCES;
    }

    /** What a level is called. */
    public String levelLabel() {
        return this == ACTIVITIES ? "Weight" : "Level";
    }

    /** The levels, from 1 to 3. */
    public List<String> levels() {
        return this == ACTIVITIES
                ? List.of("1 – a sideline", "2 – important", "3 – the main one")
                : List.of("1 – uses it", "2 – develops it", "3 – leads in it");
    }

    /** The section behind this one, or null. */
    public ProfileSection next() {
        return switch (this) {
            case ABOUT -> ORGANISATION;
            case ORGANISATION -> ACTIVITIES;
            case ACTIVITIES -> COMPETENCES;
            case COMPETENCES -> MARKETS;
            case MARKETS -> STRATEGY;
            case STRATEGY -> null;
        };
    }
}
