package eu.urbact.infocus.directory.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

    /** What is taken of a name and of a city's id; with a number behind them they are an id of at most sixty characters. */
    private static final int LONGEST_NAME = 36;

    private static final int LONGEST_CITY = 18;

    private final Profiles profiles;
    private final Clusters clusters;
    private final Taxonomies taxonomies;
    private final NamesOfProfiles names;
    private final ProfileHistory history;
    private final Clock clock;

    BeginProfile(
            Profiles profiles,
            Clusters clusters,
            Taxonomies taxonomies,
            NamesOfProfiles names,
            ProfileHistory history,
            Clock clock) {
        this.profiles = profiles;
        this.clusters = clusters;
        this.taxonomies = taxonomies;
        this.names = names;
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
        if (errors.isEmpty()) {
            names.takenBy(cityId, content.name(), "")
                    .map(ProfileRules::nameTaken)
                    .ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            return new Saved.Faulty(errors);
        }
        String id = freeId(content.name(), cityId);
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
        Profile begun = profiles.findById(clusterId);
        if (known.isEmpty() || begun != null) {
            return new Saved.Refused(
                    ProfileProblem.PROFILE_EXISTS,
                    begun == null
                                    || known.get()
                                            .cityId()
                                            .filter(begun.cityId()::equals)
                                            .isPresent()
                            ? "Look for it in the list of your city's profiles and go on there."
                            : "Its id is in use elsewhere. Please ask the organisers to give it another one.");
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

    /**
     * Of letters and digits of the name, with the city behind them: whether another city has a draft of that name shows in no id. With a
     * number when the city itself has one already.
     */
    private String freeId(String name, String cityId) {
        String plain = plain(name);
        String beginning = plain.isEmpty() ? "cluster" : cut(plain, LONGEST_NAME);
        String city = "-" + cut(cityId, LONGEST_CITY);
        String base = beginning.endsWith(city) ? beginning : beginning + city;
        String id = base;
        for (int number = 2; !profiles.isFree(id); number++) {
            id = base + "-" + number;
        }
        return id;
    }

    private String plain(String name) {
        return OtherAlphabets.inLatin(profiles.transcribed(name))
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String cut(String id, int longest) {
        return id.substring(0, Math.min(longest, id.length())).replaceAll("-$", "");
    }
}
