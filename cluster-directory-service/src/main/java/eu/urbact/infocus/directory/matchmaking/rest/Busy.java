package eu.urbact.infocus.directory.matchmaking.rest;

import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;

/** Tells whoever asks while something is still being computed when to ask again. */
final class Busy {

    static final String EARLIER_VERSIONS =
            "Several earlier versions of the data are being computed; Retry-After says when to ask again";

    private static final int RETRY_AFTER_SECONDS = 3;

    private Busy() {}

    static HttpProblem problem(String detail) {
        return HttpProblem.builder(Problems.of(CommonProblem.BUSY, detail))
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    static <T> T orThrow(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Refused<T> refused && refused.type().equals(CommonProblem.BUSY)) {
            throw problem(refused.detail());
        }
        return Problems.orThrow(outcome);
    }
}
