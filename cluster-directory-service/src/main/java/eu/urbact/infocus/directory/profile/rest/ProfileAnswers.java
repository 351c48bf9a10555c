package eu.urbact.infocus.directory.profile.rest;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.problem.WhoWasQuicker;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterProfile;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.profile.Profile;
import eu.urbact.infocus.directory.profile.PublishProfile;
import eu.urbact.infocus.directory.profile.Saved;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** What editors and reviewers are answered alike. */
@ApplicationScoped
class ProfileAnswers {

    private static final int MAIN_ACTIVITY = 2;

    private final PublishProfile publishProfile;
    private final Clusters clusters;
    private final Taxonomies taxonomies;

    ProfileAnswers(PublishProfile publishProfile, Clusters clusters, Taxonomies taxonomies) {
        this.publishProfile = publishProfile;
        this.clusters = clusters;
        this.taxonomies = taxonomies;
    }

    /** Passes when the caller has seen the profile as it is; otherwise tells who was quicker, and when. */
    void requireSeen(String ifMatch, Profile profile) {
        if (EntityTags.matches(ifMatch, EntityTags.of(profile.version()))) {
            return;
        }
        throw Problems.of(
                CommonProblem.STALE,
                "Read it again, then decide again.",
                WhoWasQuicker.members(profile.changedByName(), profile.changedAt()));
    }

    /** The changed profile, or the problem that stands against it. */
    static Profile doneOrThrow(Saved saved) {
        if (saved instanceof Saved.Done done) {
            return done.profile();
        }
        if (saved instanceof Saved.Refused refused) {
            throw Problems.of(refused.type(), refused.detail());
        }
        throw Problems.invalid(((Saved.Faulty) saved).errors());
    }

    /** The profile for those who work on it. */
    ProfileView view(Profile profile) {
        return view(profile, List.of());
    }

    private ProfileView view(Profile profile, List<FieldError> notes) {
        return ProfileView.of(
                profile,
                publishProfile.contentOf(profile),
                publishProfile.withdrawalOf(profile).orElse(null),
                notes);
    }

    /** The changed profile with its entity tag, and with what was taken in another way than it was written; or the problem. */
    Response answer(Saved saved) {
        Profile profile = doneOrThrow(saved);
        return answer(profile, ((Saved.Done) saved).notes());
    }

    private Response answer(Profile profile, List<FieldError> notes) {
        return Response.ok(view(profile, notes))
                .header(HttpHeaders.ETAG, EntityTags.of(profile.version()))
                .build();
    }

    /** The profile with its entity tag. */
    Response answer(Profile profile) {
        return answer(profile, List.of());
    }

    /** How the cluster's page would look. */
    ClusterProfile preview(Profile profile) {
        PublishProfile.Preview preview = publishProfile.preview(profile);
        ClusterDescription cluster = preview.cluster();
        Taxonomy taxonomy = taxonomies.current().with(preview.sources());
        List<String> mainActivities = cluster.tags().stream()
                .filter(tag -> tag.facet() == Facet.ACTIVITY && tag.level() >= MAIN_ACTIVITY)
                .map(tag -> tag.code())
                .toList();
        List<String> ecosystems = taxonomy.ecosystems().stream()
                .filter(ecosystem -> ecosystem.divisions().stream().anyMatch(mainActivities::contains))
                .map(ecosystem -> ecosystem.id())
                .toList();
        return ClusterProfile.of(cluster, clusters.cityNames().get(profile.cityId()), ecosystems, taxonomy);
    }
}
