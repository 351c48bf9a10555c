package eu.urbact.infocus.directory.opendata;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.XSD;

import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomy;

import static eu.urbact.infocus.directory.opendata.Names.english;
import static eu.urbact.infocus.directory.opendata.Names.schema;

/**
 * Clusters and the partner organisations of the cities, in W3C ORG and schema.org at once: who reads one of them need not know
 * the other. No person is in it.
 */
final class OrganisationGraph {

    static final String CLUSTER = "cluster";
    static final String CITY = "city";

    private final Names names;
    private final Provenances provenances;

    OrganisationGraph(Names names) {
        this.names = names;
        this.provenances = new Provenances(names);
    }

    /**
     * What is said about the cities and the organisations through which they take part, and the sources of all of it.
     *
     * @param citedByClusters ids of the sources to which the clusters in the same file refer
     */
    Model cities(Collection<CityDescription> cities, Taxonomy taxonomy, Set<String> citedByClusters) {
        Model graph = names.graph();
        cities.forEach(city -> city(graph, city));
        provenances.sources(graph, taxonomy, citedByClusters);
        return graph;
    }

    /** What is said about one cluster. */
    Model cluster(ClusterDescription cluster, Optional<CityDescription> city) {
        Model graph = names.graph();
        cluster(graph, cluster, city);
        return graph;
    }

    private void city(Model graph, CityDescription city) {
        IRI iri = names.thing(CITY, city.id());
        graph.add(iri, RDF.TYPE, schema("City"));
        graph.add(iri, schema("name"), Values.literal(city.name()));
        graph.add(iri, schema("url"), names.page("/en/cities/" + city.id()));
        graph.add(iri, schema("containedInPlace"), country(city.country()));
        for (NutsArea area : city.nuts()) {
            graph.add(iri, SKOS.CLOSE_MATCH, Values.iri(Names.NUTS + area.code()));
        }
        IRI point = Values.iri(iri + "#place");
        graph.add(iri, schema("geo"), point);
        graph.add(point, RDF.TYPE, schema("GeoCoordinates"));
        graph.add(
                point,
                schema("latitude"),
                Values.literal(BigDecimal.valueOf(city.place().latitude())));
        graph.add(
                point,
                schema("longitude"),
                Values.literal(BigDecimal.valueOf(city.place().longitude())));
        provenances.of(graph, point, city.place().provenance());

        IRI organisation = names.thing("organisation", city.id());
        graph.add(organisation, RDF.TYPE, ORG.ORGANIZATION);
        graph.add(organisation, RDF.TYPE, schema("Organization"));
        graph.add(
                organisation,
                SKOS.PREF_LABEL,
                Values.literal(city.partnerOrganisation().name()));
        graph.add(
                organisation,
                schema("name"),
                Values.literal(city.partnerOrganisation().name()));
        graph.add(organisation, schema("areaServed"), iri);
        site(graph, organisation, iri);
        provenances.of(graph, organisation, city.partnerOrganisation().provenance());
    }

    private void cluster(Model graph, ClusterDescription cluster, Optional<CityDescription> city) {
        IRI iri = names.thing(CLUSTER, cluster.id());
        graph.add(iri, RDF.TYPE, ORG.ORGANIZATION);
        graph.add(iri, RDF.TYPE, schema("Organization"));
        graph.add(iri, DCTERMS.IDENTIFIER, Values.literal(cluster.id()));
        graph.add(iri, SKOS.PREF_LABEL, Values.literal(cluster.name()));
        graph.add(iri, schema("name"), Values.literal(cluster.name()));
        graph.add(iri, schema("description"), english(cluster.summary()));
        graph.add(iri, schema("url"), names.page("/en/clusters/" + cluster.id()));
        graph.add(
                iri,
                ORG.CLASSIFICATION,
                names.thing(TaxonomyGraph.KIND, Concepts.code(cluster.kind().name())));
        city.ifPresentOrElse(
                its -> {
                    IRI place = names.thing(CITY, its.id());
                    graph.add(iri, schema("areaServed"), place);
                    graph.add(iri, ORG.LINKED_TO, names.thing("organisation", its.id()));
                    site(graph, iri, place);
                },
                () -> graph.add(iri, schema("areaServed"), country(cluster.country())));
        for (Tag tag : cluster.tags()) {
            IRI about = Concepts.of(names, tag);
            provenances.tag(graph, iri, tag, about);
            if (tag.facet() == Facet.ACTIVITY) {
                graph.add(iri, ORG.CLASSIFICATION, about);
                graph.add(iri, schema("isicV4"), Values.literal(tag.code()));
            } else if (tag.facet() == Facet.COMPETENCE) {
                graph.add(iri, ORG.CLASSIFICATION, about);
                graph.add(iri, schema("knowsAbout"), about);
            }
        }
        int number = 0;
        for (Figure figure : cluster.figures()) {
            figure(graph, iri, figure, ++number);
        }
        cluster.details().ifPresent(details -> details(graph, iri, details));
        cluster.confirmation()
                .ifPresent(confirmation -> graph.add(iri, names.own("confirmedOn"), Values.literal(confirmation.on())));
    }

    /** What its city's people say about it. Whom to ask is not among it, not even as a role. */
    private static void details(Model graph, IRI cluster, ClusterDetails details) {
        if (details.website() != null && Provenances.isLink(details.website())) {
            graph.add(cluster, schema("sameAs"), Values.iri(details.website()));
        }
        if (details.founded() != null) {
            graph.add(cluster, schema("foundingDate"), Values.literal(String.valueOf(details.founded()), XSD.GYEAR));
        }
        if (details.staff() != null) {
            IRI staff = Values.iri(cluster + "#staff");
            graph.add(cluster, schema("numberOfEmployees"), staff);
            graph.add(staff, RDF.TYPE, schema("QuantitativeValue"));
            graph.add(staff, schema("value"), Values.literal(details.staff().intValue()));
        }
        int number = 0;
        for (String name : details.networks()) {
            IRI network = Values.iri(cluster + "#network-" + ++number);
            graph.add(cluster, schema("memberOf"), network);
            graph.add(network, RDF.TYPE, schema("Organization"));
            graph.add(network, schema("name"), Values.literal(name));
        }
    }

    private void figure(Model graph, IRI cluster, Figure figure, int number) {
        IRI value = Values.iri(cluster + "#figure-" + number);
        graph.add(cluster, schema("additionalProperty"), value);
        graph.add(value, RDF.TYPE, schema("PropertyValue"));
        graph.add(value, schema("name"), english(Words.of(figure.measure())));
        graph.add(value, schema("value"), Values.literal(figure.amount()));
        graph.add(value, schema("measurementTechnique"), english(Words.of(figure.precision())));
        if (figure.asOf() != null) {
            graph.add(value, schema("observationDate"), Values.literal(String.valueOf(figure.asOf())));
        }
        provenances.of(graph, value, figure.provenance());
    }

    private static void site(Model graph, IRI organisation, IRI place) {
        IRI site = Values.iri(organisation + "#seat");
        graph.add(organisation, ORG.HAS_SITE, site);
        graph.add(site, RDF.TYPE, ORG.SITE);
        graph.add(site, schema("location"), place);
    }

    private static IRI country(String code) {
        return Values.iri("http://publications.europa.eu/resource/authority/country/"
                + new Locale.Builder().setRegion(code).build().getISO3Country());
    }
}
