package eu.urbact.infocus.portal.shell.services;

/** A priority and a cluster in both roles. */
public record MatchCell(
        String modelVersion,
        String dataVersion,
        String regionId,
        String region,
        MatchResult.Side priority,
        ClusterRef cluster,
        String role,
        double inside,
        double covers,
        String coreResult,
        MatchMeasure core,
        String enablerResult,
        MatchMeasure enabler) {}
