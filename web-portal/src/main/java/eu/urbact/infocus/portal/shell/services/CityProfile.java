package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A partner city on its own page. */
public record CityProfile(
        String id,
        String name,
        String country,
        String role,
        Double lat,
        Double lon,
        List<Nuts> nuts,
        Organisation partnerOrganisation,
        Region region,
        List<Strength> leads,
        List<Strength> serves,
        LookingFor lookingFor,
        List<Cluster> clusters,
        List<Hosted> workshops) {

    /** Completes what a service left out. */
    public CityProfile {
        nuts = nuts == null ? List.of() : nuts;
        leads = leads == null ? List.of() : leads;
        serves = serves == null ? List.of() : serves;
        lookingFor = lookingFor == null ? LookingFor.NOTHING : lookingFor;
        clusters = clusters == null ? List.of() : clusters;
        workshops = workshops == null ? List.of() : workshops;
    }

    /** Where its page knows what its clusters are strong in from, and what the region specialises in. */
    public Sources sources() {
        Stream<Provenance> strengths = Stream.of(leads, serves)
                .flatMap(List::stream)
                .flatMap(strength -> strength.clusters().stream())
                .map(Strength.Evidence::provenance);
        Stream<Provenance> priorities =
                region == null ? Stream.empty() : region.priorities().stream().map(Priority::provenance);
        return Sources.of(Stream.concat(strengths, priorities));
    }

    /** Whether the city leads the network. */
    public boolean isLead() {
        return "LEAD".equalsIgnoreCase(role);
    }

    /** An area of the European classification of territorial units. */
    public record Nuts(String code, Integer level, String name, Integer version) {}

    /** The organisation through which the city takes part. */
    public record Organisation(String name, Provenance provenance) {}

    /** The region, its strategy, and what it has chosen to specialise in. */
    public record Region(String id, String name, Strategy strategy, List<Priority> priorities) {

        /** Completes what a service left out. */
        public Region {
            priorities = priorities == null ? List.of() : priorities;
        }
    }

    /** A smart specialisation strategy. */
    public record Strategy(String title, String period, String note, Provenance provenance) {}

    /** A priority of a strategy, and where that is known from. */
    public record Priority(
            String id, String label, String kind, Integer since, Provenance provenance, List<Cluster.Tag> competences) {

        /** Completes what a service left out. */
        public Priority {
            competences = competences == null ? List.of() : competences;
        }
    }

    /** A workshop that the city hosts. */
    public record Hosted(String slug, String title, Instant startsAt, Instant endsAt, String zone) {}
}
