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

    @QueryParam("q")
    public final String words;

    @QueryParam("sort")
    public final String sort;

    public DeskQuery(
            String callId,
            String state,
            String city,
            String profile,
            String staged,
            String unvoted,
            String words,
            String sort) {
        this.callId = callId;
        this.state = state;
        this.city = city;
        this.profile = profile;
        this.staged = staged;
        this.unvoted = unvoted;
        this.words = words;
        this.sort = sort;
    }
}
