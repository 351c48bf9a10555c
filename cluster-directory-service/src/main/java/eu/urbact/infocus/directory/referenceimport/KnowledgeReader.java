package eu.urbact.infocus.directory.referenceimport;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.chassis.yaml.YamlValue;
import eu.urbact.infocus.directory.matching.Relatedness;
import eu.urbact.infocus.directory.matchmaking.KnowledgeServiceEntry;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.LeverStrength;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.PartnershipKind;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.reference.Confidence;

/** Reads what the matching knows beside the profiles: levers, what is related, known partnerships and knowledge services. */
final class KnowledgeReader extends EntryReader {

    KnowledgeReader(Reading reading) {
        super(reading);
    }

    Placed<LeverEntry> lever(YamlMapping entry) {
        LeverEntry lever = new LeverEntry(
                identifier(entry, "competence"),
                division(entry, "division"),
                choice(entry, "strength", LeverStrength.class),
                provenance(entry));
        mention(Kind.COMPETENCE, lever.competence(), entry.place("competence"));
        if (lever.strength() == LeverStrength.DOCUMENTED
                && lever.provenance().confidence() == Confidence.INFERRED
                && entry.has("strength")) {
            entry.refuse(
                    "strength", "must be accepted, or makes, where the confidence is inferred: nobody documented it");
        }
        entry.end();
        return new Placed<>(entry.place(), lever);
    }

    Placed<RelatednessEntry> relatedness(YamlMapping entry) {
        Relatedness.Facet facet = choice(entry, "facet", Relatedness.Facet.class);
        boolean activities = facet == Relatedness.Facet.ACTIVITY;
        String one = activities ? division(entry, "one") : identifier(entry, "one");
        String other = activities ? division(entry, "other") : identifier(entry, "other");
        if (!activities) {
            mention(Kind.COMPETENCE, one, entry.place("one"));
            mention(Kind.COMPETENCE, other, entry.place("other"));
        }
        if (!one.isEmpty() && one.equals(other)) {
            entry.refuse("other", "is the same as the first");
        }
        double similarity = entry.requiredDecimal("similarity").orElse(0.0);
        if (similarity < 0 || similarity > 1) {
            entry.refuse("similarity", "must be between 0 and 1");
        }
        boolean inOrder = one.compareTo(other) < 0;
        RelatednessEntry relatedness = new RelatednessEntry(
                facet,
                inOrder ? one : other,
                inOrder ? other : one,
                // as it is read back from the database
                BigDecimal.valueOf(similarity).stripTrailingZeros(),
                identifier(entry, "channel"),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), relatedness);
    }

    Placed<PartnershipEntry> partnership(YamlMapping entry) {
        PartnershipKind kind = choice(entry, "kind", PartnershipKind.class);
        boolean alliance = kind == PartnershipKind.ALLIANCE;
        List<String> members = members(entry, alliance ? "members" : "membersA");
        List<String> counterparts = alliance ? List.of() : members(entry, "membersB");
        if (alliance && members.size() < 2) {
            entry.refuse("members", "an alliance has at least two members");
        }
        if (!alliance && (members.isEmpty() || counterparts.isEmpty())) {
            entry.refuse("a partnership across fields needs membersA and membersB");
        }
        if (members.stream().anyMatch(counterparts::contains)) {
            entry.refuse("membersB", "a cluster stands on one side only");
        }
        PartnershipEntry partnership = new PartnershipEntry(
                identifier(entry, "id"),
                text(entry, "label", LABEL),
                kind,
                entry.integer("since", FIRST_YEAR, LAST_YEAR),
                members,
                counterparts,
                optionalText(entry, "note", TEXT),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), partnership);
    }

    private List<String> members(YamlMapping entry, String field) {
        Set<String> members = new LinkedHashSet<>();
        for (YamlValue value : entry.values(field)) {
            String cluster = value.single().orElse("");
            if (cluster.isEmpty()) {
                note(value.place(), "must be the id of a cluster");
            } else if (!members.add(cluster)) {
                note(value.place(), "is listed twice");
            }
            mention(Kind.CLUSTER, cluster, value.place());
        }
        return List.copyOf(members);
    }

    Placed<KnowledgeServiceEntry> knowledgeService(YamlMapping entry) {
        KnowledgeServiceEntry service = new KnowledgeServiceEntry(
                division(entry, "division"),
                choice(entry, "group", KnowledgeServiceEntry.Group.class),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), service);
    }
}
