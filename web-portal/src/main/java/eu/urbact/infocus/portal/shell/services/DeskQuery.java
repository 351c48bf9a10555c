package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.QueryParam;

/** Which of a call's applications the organisers' list shows, and in which order, as registration-service is asked for it; null says nothing. */
public final class DeskQuery {

    @QueryParam("call")
    public final String callId;

    @QueryParam("state")
    public final String state;

    @QueryParam("city")
    public final String city;

    @QueryParam("profile")
    public final String profile;

    /** A decision, ANY or NONE. */
    @QueryParam("staged")
    public final String staged;

    /** "true" for those on whom the organiser has not voted. */
    @QueryParam("unvoted")
    public final String unvoted;

    /** "true" for people who have been to no earlier workshop, "false" for those who have. */
    @QueryParam("newcomer")
    public final String newcomer;

    /** "true" for people who would like to contribute, "false" for the others. */
    @QueryParam("contributor")
    public final String contributor;

    /** A cluster's id, or none. */
    @QueryParam("cluster")
    public final String cluster;

    /** The code of the seats that people hold. */
    @QueryParam("bucket")
    public final String bucket;

    @QueryParam("q")
    public final String words;

    @QueryParam("sort")
    public final String sort;

    /** Everybody in one state, in the order in which they have applied. */
    public static DeskQuery ofState(String callId, String state) {
        return new DeskQuery(callId, state, null, null, null, null, null, null, null, null, null, null);
    }

    public DeskQuery(
            String callId,
            String state,
            String city,
            String profile,
            String staged,
            String unvoted,
            String newcomer,
            String contributor,
            String cluster,
            String bucket,
            String words,
            String sort) {
        this.callId = callId;
        this.state = state;
        this.city = city;
        this.profile = profile;
        this.staged = staged;
        this.unvoted = unvoted;
        this.newcomer = newcomer;
        this.contributor = contributor;
        this.cluster = cluster;
        this.bucket = bucket;
        this.words = words;
        this.sort = sort;
    }
}
