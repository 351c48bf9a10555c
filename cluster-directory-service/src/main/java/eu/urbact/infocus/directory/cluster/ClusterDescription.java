package eu.urbact.infocus.directory.cluster;

import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;

/**
 * Everything the directory holds about a cluster.
 *
 * @param id short name
 * @param name name
 * @param kind what stands behind the name
 * @param cityId its city in the network; none for a cluster outside the network
 * @param country ISO 3166 alpha-2
 * @param summary one or two sentences in the network's words
 * @param keywords words under which it shall be found
 * @param figures numbers about it
 * @param tags its coding
 * @param details what it says about itself; none when nobody of its city has written its profile
 * @param confirmation until when its city stands by it; none when its city has not published it itself
 */
public record ClusterDescription(
        String id,
        String name,
        ClusterKind kind,
        Optional<String> cityId,
        String country,
        String summary,
        String keywords,
        List<Figure> figures,
        List<Tag> tags,
        Optional<ClusterDetails> details,
        Optional<Confirmation> confirmation) {

    /** Keeps tags and figures in one order, so that equal clusters are equal. */
    public ClusterDescription {
        figures = Figure.sorted(figures);
        tags = Tag.sorted(tags);
    }

    /** A cluster of which others have written. */
    public ClusterDescription(
            String id,
            String name,
            ClusterKind kind,
            Optional<String> cityId,
            String country,
            String summary,
            String keywords,
            List<Figure> figures,
            List<Tag> tags) {
        this(id, name, kind, cityId, country, summary, keywords, figures, tags, Optional.empty(), Optional.empty());
    }

    /**
     * How far the cluster reaches.
     *
     * @return the tag that says so, if anybody did
     */
    public Optional<Tag> scale() {
        return tags.stream().filter(tag -> tag.facet() == Facet.SCALE).findFirst();
    }
}
