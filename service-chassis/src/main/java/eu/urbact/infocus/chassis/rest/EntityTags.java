package eu.urbact.infocus.chassis.rest;

import java.util.Arrays;
import java.util.Optional;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;

/** Entity tags (RFC 9110) made of an object's version, so that nobody overwrites what they have not seen. */
public final class EntityTags {

    /** Describes {@code If-Match} where nobody is refused for not sending it; otherwise that is described as a refusal. */
    public static final String MAY_BE_LEFT_OUT = "What was looked at; left out, whatever is there is meant";

    private EntityTags() {}

    /** The strong entity tag of a version, with its quotes. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /**
     * Passes when {@code ifMatch} names the current version (or is {@code *}).
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without a header, 412 with another version
     */
    public static void require(String ifMatch, long current) {
        if (!matches(ifMatch, of(current))) {
            throw Problems.of(CommonProblem.STALE, "Read it again, then decide again.");
        }
    }

    /**
     * Whether {@code ifMatch} names this entity tag (or is {@code *}), for resources that have more to say about a refusal.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without a header
     */
    public static boolean matches(String ifMatch, String tag) {
        return seen(ifMatch)
                .map(seen -> Arrays.stream(seen.split(",")).map(String::strip).anyMatch(tag::equals))
                .orElse(true);
    }

    /**
     * What the caller has seen, as {@code ifMatch} says it; nothing when it is {@code *} and anything will do.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without a header
     */
    public static Optional<String> seen(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.of(
                    CommonProblem.PRECONDITION_REQUIRED, "Send the entity tag you have read in the header If-Match.");
        }
        return Optional.of(ifMatch.strip()).filter(seen -> !seen.equals("*"));
    }

    /**
     * Whether the caller has this version already and is answered with 304. Compared weakly (RFC 9110, section 13.1.2): a proxy that packs
     * an answer makes its tag a weak one.
     *
     * @param ifNoneMatch the request's {@code If-None-Match}; null without one
     * @param tag with its quotes
     */
    public static boolean isKnown(String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && (ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(known -> known.strip().replaceFirst("^W/", ""))
                                .anyMatch(tag::equals));
    }
}
