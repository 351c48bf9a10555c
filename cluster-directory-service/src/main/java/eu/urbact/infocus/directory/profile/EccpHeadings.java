package eu.urbact.infocus.directory.profile;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * By which headings a table names its columns: the platform's own, ours, and how people write either. Case, blanks, punctuation, plurals and
 * words such as "number of" make no difference.
 */
final class EccpHeadings {

    /** Stands for a column in the table of headings of which a profile keeps nothing. */
    private static final String NOT_KEPT = "-";

    /**
     * The columns, each with the headings of one field of the platform, its own first. The platform has two fields for what is one here: the
     * networks. People to contact, events and projects are not part of a profile here.
     */
    private static final String HEADINGS = """
            cluster_name: Cluster name | Cluster organisation | Name of cluster organisation
            date_established: Date established | Date of establishment | Established | Established in | Establishment date | Year established \
            | Year of establishment | Establishment year | Founded | Founded in | Date founded | Founding date | Founding year | Year founded \
            | Date of foundation | Year of foundation | Foundation year | Year of creation | Creation date | Date created
            legal_form: Legal form | Legal status | Legal form of the cluster organisation
            website: Website | Web page | Home page | URL | Web address | Website address | Website URL
            staff_in_management_team: Staff in management team | Management team staff \
            | Staff of management team | Staff members in management team | Size of management team | People in the management team \
            | Staff | FTE in management team | Full-time equivalents in management team
            cluster_excellence_label: Cluster excellence label | Excellence label | Label of cluster excellence | ECEI label | ESCA label \
            | Cluster management excellence label
            other_label: Other label | Another label | Other labels and awards
            networks: Networks | European partnerships and networks | Partnerships and networks | European networks
            networks: Membership of ESCP-4i/S3/4x | Membership of ESCP | Member of ESCP-4i/S3/4x | ESCP-4i/S3/4x \
            | ESCP membership | ESCP-4i/S3/4x membership | ESCP | ESCP-4i | ESCP-S3 | ESCP-4x | Membership of ESCP-4i | Membership of ESCP-S3 \
            | Membership of ESCP-4x | European Strategic Cluster Partnerships | Membership of European Strategic Cluster Partnerships
            networks: Other networks | Membership of other networks | Other network memberships | Member of other networks
            languages: Languages | Working languages | Languages spoken | Spoken languages
            sectoral_industries: Sectoral industries | Sectorial industries | Industries | Industry sectors | Sectors
            technology_fields: Technology fields | Fields of technology | Technological fields | Technologies
            s3_eu_priority_areas: S3 EU priority areas | EU S3 priority areas | S3 priority areas | S3 priorities | S3 EU priorities \
            | Smart specialisation priority areas | Smart specialisation EU priority areas | RIS3 priority areas
            emerging_industries: Emerging industries
            members_total: Members total | Total members | Members | Members (all) | All members
            members_smes: SMEs | Members SMEs | SME members | Members that are SMEs | Small and medium-sized enterprises \
            | Small and medium enterprises | Of these small and medium-sized enterprises
            members_start_ups: Start-ups | Members start-ups | Start-up members | Of these start-ups
            members_large_companies: Large | Large companies | Members large companies | Members large | Large members | Large enterprises \
            | Large firms | Large industry | Large company members | Of these large companies
            members_research_organisations: Research | Research organisations | Members research organisations | Members research \
            | Research members | Research institutes | Research institutions | Research centres | Research and education \
            | Universities and research organisations | Research organisations and universities | Research organisation members \
            | Of these research organisations
            members_other: Other actors | Members other | Other members | Members other actors | Others | Of these others | Other organisations \
            | Other ecosystem actors
            scale_up_facilities: Scale-up facilities | Scaling-up facilities | Facilities for scale-up | Access to scale-up facilities
            major_players: Major players | Key players | Main players | Major members
            description: Description | Short description | Summary | About
            strategy: Strategy text | Strategy | Strategy description | Description of strategy | Text of the strategy
            formal_strategy: Formal strategy | Formal strategy yes/no | Written strategy | Has a formal strategy \
            | Is there a formal strategy? | Does the cluster have a formal strategy? | Is the strategy written down and adopted?
            internationalisation_strategy: Internationalisation strategy | Internationalisation strategy yes/no \
            | International strategy | Strategy of internationalisation | Has an internationalisation strategy \
            | Is there an internationalisation strategy? | Is there a strategy of internationalisation? \
            | Does the cluster have an internationalisation strategy?
            support_services: Support services | Services | Services to members | Services for members | Support services offered \
            | Services offered | Support services to members
            target_countries: Target countries | International target countries | Countries of internationalisation | Target markets (countries) \
            | Countries targeted | Internationalisation target countries
            contact_role: Contact role | Whom to ask | Role to ask for
            -: Management team contacts | Contacts of the management team | Management contacts | Contacts | Contact | Contact person \
            | Contact persons | Team contacts
            -: Events
            -: Projects | EU projects
            """;

    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "cluster", "how", "in", "its", "many", "no", "nr", "number", "of", "s", "the", "your");

    /** A heading that is longer is like none. */
    private static final int LONGEST = 60;

    /** Headings by what is left of them. */
    private static final Map<String, Heading> KNOWN = known();

    private EccpHeadings() {}

    /**
     * What a heading stands for.
     *
     * @param column key of the column; several fields of the platform can be one column
     * @param label the platform's heading
     */
    record Heading(String column, String label) {

        boolean isKept() {
            return !column.equals(NOT_KEPT);
        }
    }

    /** What a heading stands for; empty when it is not known. */
    static Optional<Heading> of(String heading) {
        return Optional.ofNullable(KNOWN.get(rest(heading)));
    }

    /** The known heading that is meant, perhaps, by one that is not known. */
    static Optional<String> like(String heading) {
        String rest = rest(heading);
        if (rest.length() > LONGEST) {
            return Optional.empty();
        }
        int most = Math.max(1, (rest.length() + 1) / 4);
        return KNOWN.keySet().stream()
                .filter(known -> Math.abs(known.length() - rest.length()) <= most)
                .min(Comparator.<String>comparingInt(known -> slips(known, rest))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(known -> rest.length() > 2 && slips(known, rest) <= most)
                .map(known -> KNOWN.get(known).label());
    }

    private static Map<String, Heading> known() {
        Map<String, Heading> known = new HashMap<>();
        HEADINGS.lines().forEach(line -> {
            int colon = line.indexOf(':');
            List<String> headings = Arrays.stream(line.substring(colon + 1).split("\\|"))
                    .map(String::strip)
                    .toList();
            Heading heading = new Heading(line.substring(0, colon), headings.get(0));
            if (heading.isKept()) {
                // the first of several fields in one column is the column's own
                known.putIfAbsent(rest(heading.column()), heading);
            }
            for (String spelling : headings) {
                Heading other = known.put(rest(spelling), heading);
                if (other != null && !other.equals(heading)) {
                    throw new IllegalStateException("\"" + spelling + "\" is the heading of two columns");
                }
            }
        });
        return Map.copyOf(known);
    }

    /** What is left of a heading without all that makes no difference. */
    private static String rest(String heading) {
        return Arrays.stream(CountryNames.folded(heading.replace("&", " and ")).split(" "))
                .filter(word -> !SMALL_WORDS.contains(word))
                .map(EccpHeadings::singular)
                .collect(Collectors.joining())
                // "organization"
                .replace('z', 's');
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 2 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** How many letters have to be put in, left out or changed (Levenshtein). */
    private static int slips(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
