package eu.urbact.infocus.registration.call;

import java.util.List;

import eu.urbact.infocus.chassis.outcome.Verdict;

/** The questions of calls. They are kept by a feature of their own, which also knows the answers; a call only needs this of it. */
public interface CallQuestions {

    /** What the call asks, in its order; without retired questions. */
    List<CallQuestion> asked(CallForParticipation call);

    /** All questions in their order, retired ones included. */
    List<CallQuestion> all(CallForParticipation call);

    /**
     * Lets nobody answer what the call asks until the transaction ends. For whoever will change the questions, before any bucket is locked:
     * whoever accepts an invitation answers first and takes a seat then.
     */
    void lock(CallForParticipation call);

    /**
     * Makes these the questions of the call, in this order. The caller has locked the call.
     *
     * @return refused when answers would lose what they mean; nothing is changed then
     */
    Verdict replace(CallForParticipation call, List<CallQuestion> questions);
}
