package eu.urbact.infocus.directory.profile;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.profile.ProfileChange.Action;
import eu.urbact.infocus.directory.reference.Taxonomies;

/** Begins a profile: of a cluster that nobody knew, or of one that the directory knows from reference data. */
@ApplicationScoped
public class BeginProfile {

    private static final int LONGEST_ID = 50;

    private final Profiles profiles;
    private final Clusters clusters;
    private final Taxonomies taxonomies;
    private final ProfileHistory history;
    private final Clock clock;

    BeginProfile(Profiles profiles, Clusters clusters, Taxonomies taxonomies, ProfileHistory history, Clock clock) {
        this.profiles = profiles;
        this.clusters = clusters;
        this.taxonomies = taxonomies;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Begins the profile of a new cluster.
     *
     * @param cityId a city of the caller
     * @param name the cluster's name; its id is made of it
     * @param forming whether the cluster itself is only coming into being
     */
    @Transactional
    public Saved anew(String cityId, String name, boolean forming) {
        ProfileContent content = ProfileContent.named(name);
        List<FieldError> errors = ProfileRules.check(content, taxonomies.current(), LocalDate.now(clock));
        if (!errors.isEmpty()) {
            return new Saved.Faulty(errors);
        }
        String id = freeId(content.name());
        return begin(
                new Profile(
                        id,
                        cityId,
                        forming ? ProfileState.FORMING : ProfileState.DRAFT,
                        content,
                        history.editor(),
                        clock.instant()),
                Action.CREATED);
    }

    /**
     * Begins the profile of a cluster of the directory, with everything that is known of it.
     *
     * @param clusterId a cluster of one of the caller's cities
     */
    @Transactional
    public Saved from(String clusterId) {
        Optional<ClusterDescription> known =
                clusters.findByIdOptional(clusterId).map(Cluster::description);
        if (known.isEmpty() || profiles.findById(clusterId) != null) {
            return new Saved.Refused(
                    ProfileProblem.PROFILE_EXISTS, "Look for it in the list of your city's profiles and go on there.");
        }
        return begin(
                new Profile(
                        clusterId,
                        known.get().cityId().orElseThrow(),
                        ProfileState.DRAFT,
                        Publication.taken(known.get()),
                        history.editor(),
                        clock.instant()),
                Action.TAKEN_OVER);
    }

    private Saved begin(Profile profile, Action action) {
        profiles.persist(profile);
        profiles.flush();
        history.write(profile, history.editor(), action, null, List.of());
        return new Saved.Done(profile);
    }

    /** Of letters and digits of the name; with a number behind it when others have the same. */
    private String freeId(String name) {
        String plain = Normalizer.normalize(name.replace('ł', 'l').replace('Ł', 'L'), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String base = plain.isEmpty()
                ? "cluster"
                : plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-$", "");
        String id = base;
        for (int number = 2; !profiles.isFree(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }
}
