package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * Cities side by side.
 *
 * @param shared competences that at least two of them have
 * @param distinct competences that only one of them has
 */
public record CityComparison(List<ComparedCity> cities, List<Competence> shared, List<Competence> distinct) {

    /** Completes what a service left out. */
    public CityComparison {
        cities = cities == null ? List.of() : cities;
        shared = shared == null ? List.of() : shared;
        distinct = distinct == null ? List.of() : distinct;
    }

    /** Competences that only this city has. */
    public List<Competence> onlyIn(String city) {
        return distinct.stream().filter(one -> one.cities().contains(city)).toList();
    }

    /** Those of the compared cities that have what is looked for. */
    public List<LookingFor.FoundIn> here(List<LookingFor.FoundIn> foundIn) {
        return foundIn.stream()
                .filter(found -> cities.stream().anyMatch(city -> city.id().equals(found.cityId())))
                .toList();
    }

    /** A city in its column. */
    public record ComparedCity(
            String id,
            String name,
            String country,
            CityProfile.Region region,
            Integer clusterCount,
            List<Strength> leads,
            List<Strength> serves,
            LookingFor lookingFor,
            List<ClusterFigure> figures) {

        /** Completes what a service left out. */
        public ComparedCity {
            leads = leads == null ? List.of() : leads;
            serves = serves == null ? List.of() : serves;
            lookingFor = lookingFor == null ? LookingFor.NOTHING : lookingFor;
            figures = figures == null ? List.of() : figures;
        }
    }

    /** A figure of one of a city's clusters. */
    public record ClusterFigure(String clusterId, String cluster, Cluster.Figure figure) {}

    /** A competence with the cities that have it. */
    public record Competence(String code, String label, List<String> cities) {

        /** Completes what a service left out. */
        public Competence {
            cities = cities == null ? List.of() : cities;
        }
    }
}
