package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/** What the organisers think of an application. */
public record Review(int yes, int maybe, int no, List<Vote> votes, List<Comment> comments) {

    /** Completes what a service left out. */
    public Review {
        votes = votes == null ? List.of() : votes;
        comments = comments == null ? List.of() : comments;
    }

    /** The vote of the organiser who looks; empty when there is none. */
    public String mine() {
        return votes.stream().filter(Vote::mine).map(Vote::vote).findFirst().orElse("");
    }

    /** One organiser's vote. */
    public record Vote(String by, boolean mine, String vote, Instant at) {}

    /** One comment. */
    public record Comment(String id, String by, boolean mine, String text, Instant at) {}
}
