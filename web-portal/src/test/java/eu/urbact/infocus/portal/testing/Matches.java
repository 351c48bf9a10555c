package eu.urbact.infocus.portal.testing;

/** What cluster-directory-service says about matches: two regions, a few clusters, known and unknown partners. */
public final class Matches {

    private static final String REF_GAIA = """
            {"id":"gaia","name":"GAIA","cityId":"bilbao","city":"Bilbao","country":"ES"}""";
    private static final String REF_KIBS = """
            {"id":"bilbao-kibs","name":"Bilbao <KIBS>","cityId":"bilbao","city":"Bilbao","country":"ES"}""";
    private static final String REF_MINALOGIC = """
            {"id":"minalogic","name":"Minalogic","cityId":"grenoble","city":"Grenoble","country":"FR"}""";
    private static final String REF_OUTSIDE = """
            {"id":"aerospace-valley","name":"Aerospace Valley","cityId":null,"city":null,"country":"FR"}""";

    private static final String MEASURE = """
            {"measure":"%1$s","score":0.4125,"low":0.1249,"high":0.781,"fit":0.5,"percentile":%2$s,"serves":%3$s,
             "strands":[{"strand":"SERVICE","weight":0.6,"value":0.5},{"strand":"COMPETENCE","weight":0.15,"value":0.75}],
             "contributions":[
              {"facet":"SERVICE","from":{"tag":"C30","label":"Other transport equipment","object":"gaia","objectName":"GAIA"},
               "to":{"tag":"C26","label":"Computer <products>","object":"minalogic","objectName":"Minalogic"},
               "similarity":1,"weight":0.6,"factor":0.5,"confidence":1,"points":0.3,"channel":"market",
               "source":{"id":"call","title":"Call","url":"https://example.org/call"},"date":"2026-11-23","uncertain":true},
              {"facet":"COMPETENCE","from":{"tag":"sw","label":"Software engineering","object":"gaia","objectName":"GAIA"},
               "to":{"tag":"sw","label":"Software engineering","object":"minalogic","objectName":"Minalogic"},
               "similarity":1,"weight":0.1125,"factor":1,"confidence":1,"points":0.1125,"channel":"exact","source":null,"date":null}],
             "questions":[{"text":"Ask which markets GAIA serves.","object":"gaia","topic":"MARKETS","reason":"MISSING","narrowsBy":0.234}],
             "evidence":"GAIA sells to them; both have Software engineering.","uncertain":true}""";

    /** One region with every kind of gap. */
    public static final String REGION = """
            {"regionId":"es21","region":"Basque Country","strategy":"PCTI Euskadi 2020","selectivity":0.8182,"namedDivisions":16,"divisions":88,
             "profiledClusters":2,
             "priorities":[
              {"id":"am","label":"Advanced manufacturing","gap":"CROWDED","reason":"3 clusters of the region fit it.","bestCore":0.6,"bestEnabler":0.5,"fitting":3,
               "uncertain":true,"provenance":{"source":{"id":"ris3","title":"PCTI Euskadi","url":null},"date":"2016-09-01","confidence":"STATED","uncertain":true}},
              {"id":"food","label":"Food","gap":"ORPHAN","reason":"No profiled cluster of the region belongs to \\"Food\\" or serves it.","bestCore":0.1,"bestEnabler":0.05,"fitting":0}],
             "clusters":[
              {"cluster":%s,"own":true,"gap":"NONE","reason":"GAIA serves \\"Advanced manufacturing\\".","role":"ENABLER","bestPriority":"am","bestCore":0.4,"bestEnabler":0.5,"uncertain":true},
              {"cluster":%s,"own":true,"gap":"ORPHAN","reason":"The strategy does not name: Advertising.","role":"NONE","bestPriority":null,"bestCore":0,"bestEnabler":0}],
             "cells":[
              {"priority":"am","cluster":"gaia","role":"ENABLER","score":0.4125,"low":0.1249,"high":0.781,"fit":0.5,"fits":true,"core":0.2,"enabler":0.4125,"coreFit":0.2,"enablerFit":0.5,"inside":0.8,"covers":0.253,"uncertain":true,
               "evidence":"Software of GAIA serves Advanced manufacturing."},
              {"priority":"am","cluster":"bilbao-kibs","role":"CORE","score":0.21,"low":0,"high":0.3,"fit":0.22,"fits":false,"core":0.21,"enabler":0,"coreFit":0.22,"enablerFit":0,"inside":0.1,"covers":0.1,"evidence":"Kindred."},
              {"priority":"food","cluster":"gaia","role":"NONE","score":0,"low":0,"high":0.4,"fit":0,"core":0,"enabler":0,"inside":0,"covers":0,
               "evidence":"Nothing in common is known."}]}""".formatted(REF_GAIA, REF_KIBS);

    private static final String EMPTY_REGION = """
            {"regionId":"ro32","region":"Bucharest-Ilfov","strategy":"National strategy","selectivity":1,"namedDivisions":0,"divisions":88,"profiledClusters":0,
             "priorities":[],"clusters":[],"cells":[]}""";

    private static final String MATRIX = """
            {"modelVersion":"lean-1","dataVersion":"r12","coreFrom":0.45,"enablerFrom":0.3,"crowdedFrom":3,"regions":[%s]}""";

    /** The model card. */
    public static final String CARD = """
            {"modelVersion":"lean-1","dataVersion":"r12","explainableVersions":1000,"purpose":"It suggests which clusters should talk to each other.",
             "weights":{"CORE":{"ACTIVITY":0.6,"COMPETENCE":0.4},"ENABLER":{"SERVICE":0.8,"COMPETENCE":0.2},
              "ALLIANCE":{"ACTIVITY":0.45,"COMPETENCE":0.45,"SERVICE":0.1},"CROSS_INNOVATION":{"SERVICE":0.6,"LEARNING":0.25,"COMPETENCE":0.15}},
             "inside":0.75,"covers":0.25,"confidence":{"DOCUMENTED":1.0,"STATED":0.7,"INFERRED":0.4},"documentedLever":1.0,"acceptedLever":0.6,
             "thresholds":{"core":0.45,"enabler":0.3,"crowdedFrom":3,"untappedPercentile":90},
             "formulas":[{"name":"Coverage","formula":"cov(X→Y) = Σ w(i) · max s(i,j)","meaning":"How much finds something."}],
             "taxonomies":[{"name":"NACE Rev. 2 divisions","size":88}],
             "levers":[{"competence":"photonics","competenceLabel":"Photonics","division":"C30","divisionLabel":"Other transport equipment",
              "strength":"DOCUMENTED","provenance":{"source":{"id":"x","title":"A source","url":"https://example.org/x"},"date":"2026-11-23",
              "confidence":"DOCUMENTED","uncertain":false}},
              {"competence":"chips","competenceLabel":"Chips","division":"26","divisionLabel":"Electronics","strength":"MAKES","provenance":null}],
             "relatedness":{"skill":1},
             "relatedTerms":[{"facet":"COMPETENCE","one":"laser-sources","oneLabel":"Laser sources","other":"optics","otherLabel":"Optics",
              "similarity":0.65,"channel":"skill","provenance":{"source":{"id":"x","title":"A source","url":null},"date":"2026-11-23",
              "confidence":"DOCUMENTED","uncertain":false}}],
             "partnerships":[{"id":"p1","label":"Silicon Europe","kind":"ALLIANCE","since":2012,"members":["gaia","minalogic"],
              "clusters":[%s,%s],"note":null,"provenance":null}],
             "validation":[{"kind":"ALLIANCE","method":"Alliance lens","lens":true,"way":"LENS","auc":0.913,"hitAt5":0.62,"knownPairs":20,"pairs":1953},
              {"kind":"ALLIANCE","method":"Alliance lens, in the order of the lists","lens":false,"way":"LIST_ORDER","auc":0.9,"hitAt5":0.7,"knownPairs":20,"pairs":1953},
              {"kind":"ALLIANCE","method":"Same words","lens":false,"way":"PLAIN","auc":0.7,"hitAt5":0.2,"knownPairs":20,"pairs":1953}],
             "limits":["It knows nothing about people."]}""".formatted(REF_GAIA, REF_MINALOGIC);

    /** One square of the matrix. */
    public static final String CELL =
            """
                {"modelVersion":"lean-1","dataVersion":"r12","regionId":"es21","region":"Basque Country",
                 "priority":{"id":"am","label":"Advanced manufacturing",
                  "provenance":{"source":{"id":"ris3","title":"PCTI Euskadi","url":null},"date":"2016-09-01","confidence":"STATED","uncertain":true}},"cluster":%s,"role":"ENABLER","inside":0.8,"covers":0.25,
                 "core":%s,"enabler":%s,"coreFrom":0.45,"enablerFrom":0.3}""".formatted(REF_GAIA, measure("CORE", "null", "null"), measure("ENABLER", "null", "\"gaia\""));

    private Matches() {}

    /** Two clusters under a lens. */
    private static String measure(String measure, String percentile, String serves) {
        return MEASURE.formatted(measure, percentile, serves);
    }

    /** Has the stub of the directory answer all questions about matches. */
    public static void published() {
        StubService directory = Neighbours.DIRECTORY;
        directory.get("/api/v1/matrix", MATRIX.formatted(REGION + "," + EMPTY_REGION));
        directory.get("/api/v1/regions/es21/matrix", MATRIX.formatted(REGION));
        directory.get("/api/v1/regions/ro32/matrix", MATRIX.formatted(EMPTY_REGION));
        directory.reply("GET", "/api/v1/matrix.csv", 200, "text/csv;charset=UTF-8", "region,priority\nes21,am\n");
        directory.reply(
                "GET", "/api/v1/regions/es21/matrix.csv", 200, "text/csv;charset=UTF-8", "region,priority\nes21,am\n");
        directory.get("/api/v1/regions/es21/matrix/am/gaia", CELL);
        directory.get("/api/v1/regions/es21/diversification", """
                {"modelVersion":"lean-1","dataVersion":"r12","regionId":"es21","region":"Basque Country","connection":0.05,"sizeMeasure":"MEMBERS","clusters":[
                 {"cluster":%s,"figure":{"measure":"MEMBERS","amount":260,"precision":"AT_LEAST","asOf":2021,"provenance":null},"size":1.25,"uncertain":true},
                 {"cluster":%s,"figure":null,"size":1}],"steps":[
                 {"k":1,"domains":[{"id":"am","label":"Advanced manufacturing","uncertain":true}],"value":1.2,"served":1.2,"gain":1.2},
                 {"k":2,"domains":[{"id":"am","label":"Advanced manufacturing"},{"id":"food","label":"Food"}],"value":1.5,"served":1.48,"gain":0.3}]}""".formatted(REF_GAIA, REF_KIBS));
        directory.get("/api/v1/clusters/gaia/matches", """
                {"modelVersion":"lean-1","dataVersion":"r12","cluster":%s,"lens":"ALLIANCE","pairs":1953,"items":[
                 {"cluster":%s,"score":0.735,"low":0.5,"high":0.9,"fit":0.8,"percentile":94.0000000001,"standing":{"here":98.4,"there":61.5,"mutual":75.7},"direction":"SERVES",
                  "evidence":"Both have Software engineering.","partnerships":["p1"],"uncertain":true},
                 {"cluster":%s,"score":0.3,"low":0.1,"high":0.9,"fit":0.4,"percentile":60,"direction":"NONE","evidence":"Kindred.","partnerships":[]}]}""".formatted(REF_GAIA, REF_MINALOGIC, REF_OUTSIDE));
        directory.get("/api/v1/clusters/gaia/matches/minalogic", """
                {"modelVersion":"lean-1","dataVersion":"r12","cluster":%s,"other":%s,"pairs":1953,
                 "alliance":%s,
                 "crossInnovation":%s,
                 "partnerships":[{"id":"p1","label":"Silicon Europe","kind":"ALLIANCE","since":2012,"members":["gaia","minalogic"],"note":"Both joined.","provenance":null}]}""".formatted(
                        REF_GAIA,
                        REF_MINALOGIC,
                        measure("ALLIANCE", "97.2", "\"minalogic\""),
                        measure("CROSS_INNOVATION", "50", "\"gaia\"")));
        directory.get("/api/v1/matches/pairs", """
                {"modelVersion":"lean-1","dataVersion":"r12","lens":"ALLIANCE","pairs":1953,"minPercentile":90,"items":[
                 {"one":%1$s,"other":%2$s,"score":0.735,"low":0.5,"high":0.9,"fit":0.8,"percentile":97.2,"serves":"minalogic",
                  "evidence":"Both have Software engineering.","partnerships":["p1"],"uncertain":true},
                 {"one":%3$s,"other":%2$s,"score":0.5,"low":0.1,"high":0.9,"fit":0.6,"percentile":92,"serves":null,"evidence":"Kindred.","partnerships":[]}]}""".formatted(REF_GAIA, REF_MINALOGIC, REF_KIBS));
        directory.get("/api/v1/matching-model", CARD);
        directory.get("/api/v1/matching-model/feedback", "{\"useful\":12,\"notUseful\":3,\"alreadyPartners\":1}");
        directory.reply("GET", "/api/v1/matching-model.yaml", 200, "application/yaml", "modelVersion: lean-1\n");
        directory.reply("GET", "/api/v1/clusters.geojson", 200, "application/geo+json", """
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","id":"gaia","geometry":{"type":"Point","coordinates":[-2.9,43.3]},
                  "properties":{"name":"GAIA","kind":"CLUSTER","cityId":"bilbao","city":"Bilbao","country":"ES","source":"A source","uncertain":false}},
                 {"type":"Feature","id":"bilbao-kibs","geometry":{"type":"Point","coordinates":[-2.9,43.3]},
                  "properties":{"name":"Bilbao <KIBS>","kind":"CLUSTER","cityId":"bilbao","city":"Bilbao","country":"ES","source":"A source","uncertain":false}},
                 {"type":"Feature","id":"hcp","geometry":{"type":"Point","coordinates":[-8.6,41.1]},
                  "properties":{"name":"Health Cluster Portugal","kind":"CLUSTER","cityId":"porto","city":"Porto","country":"PT","source":"A source","uncertain":false}}]}""");
        directory.get("/api/v1/partner/clusters/gaia/feedback", """
                [{"clusterId":"gaia","partnerId":"minalogic","verdict":"USEFUL","givenAt":"2016-10-01T08:00:00Z"}]""");
    }
}
