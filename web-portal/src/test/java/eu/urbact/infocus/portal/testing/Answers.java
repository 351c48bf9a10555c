package eu.urbact.infocus.portal.testing;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers of the services, as their contracts describe them. */
public final class Answers {

    public static final String WORKSHOP = """
            {"id":"0190","slug":"frankfurt-2016","title":"Workshop in Frankfurt","theme":"Clusters","number":2,
             "series":{"slug":"thematic","title":"Thematic workshops"},"hostCityId":"frankfurt","city":"Frankfurt am Main","country":"DE",
             "startsAt":"2016-11-23T13:30:00+01:00","endsAt":"2016-11-25T14:00:00+01:00","zone":"Europe/Berlin","released":true,"releaseNumber":1,
             "summary":"About clusters.","formatNotes":[{"title":"Open","text":"Everybody may come."}],
             "contacts":[{"role":"Team","organisation":"FED"}],"links":[{"label":"Report","url":"http://example.org/r"},{"label":"Bad","url":"javascript:alert(1)"}],
             "venues":[{"id":"fed","name":"FED","address":"Hanauer Landstraße 126"}],"days":[{"date":"2016-11-23","label":"Arrival"}]}""";

    /** The refusal of a key whose effect was erased. */
    public static final String REQUEST_ERASED = """
            {"type":"urn:infocus:problem:request-erased","title":"What this request was about, or part of it, was erased since","status":409,
             "detail":"It is not done again. Use a new key if it is meant anew."}""";

    /** What a person is told about it. */
    public static final String ERASED_SINCE =
            "What you sent with this form was done before, and it, or part of it, has been erased since."
                    + " So it was not done again. If you mean it anew, send the form once more.";

    public static final String WORKSHOPS = "{\"items\":[" + WORKSHOP + "],\"page\":0,\"size\":50,\"total\":1}";

    public static final String PROGRAMME = """
            {"workshop":{"slug":"frankfurt-2016"},"release":{"number":3,"releasedAt":"2016-10-09T10:00:00Z"},"zone":"Europe/Berlin",
             "days":[{"date":"2016-11-24","label":"Workshop day","items":[
               {"id":"i1","type":"PANEL","title":"What clusters need","session":"04","startsAt":"2016-11-24T14:15:00+01:00","endsAt":"2016-11-24T15:30:00+01:00",
                "venue":{"id":"h","name":"Höchst","address":"Tor Ost"},"room":"Sammet Lounge","audience":"OPEN",
                "contributions":[{"id":"c","person":"Zenica Turza","organisation":"Different Angle","role":"PANELLIST","plannedMinutes":45}],
                "parts":[{"id":"p","type":"QUESTIONS_AND_ANSWERS","title":"Q&A","startsAt":null,"endsAt":null,"audience":"OPEN","contributions":[],"parts":[]}]},
               {"id":"i2","type":"SITE_VISIT","title":"Second room","startsAt":"2016-11-24T14:15:00+01:00","endsAt":null,"audience":"OPEN"},
               {"id":"i3","type":"COFFEE","title":"Coffee","startsAt":"2016-11-24T15:30:00+01:00","endsAt":"2016-11-24T15:50:00+01:00","audience":"OPEN"}]}]}""";

    public static final String PARTNERS_PROGRAMME = PROGRAMME.replace("\"items\":[", """
            "items":[{"id":"sc","type":"STEERING_COMMITTEE","title":"Steering committee","startsAt":"2016-11-24T08:00:00+01:00","endsAt":"2016-11-24T09:00:00+01:00","audience":"PARTNERS_ONLY"},""");

    public static final String CALLS = """
            [{"id":"call-1","workshopId":"0190","workshopSlug":"frankfurt-2016","title":"Call Frankfurt","state":"OPEN","opensAt":"2016-10-01T08:00:00Z",
             "closesAt":"2016-11-03T22:59:00Z","zone":"Europe/Berlin","capacity":50,"eligibility":"Cluster managers.","offered":["Lunches"],"notOffered":["Hotel"],
             "acceptsApplications":true}]""";

    public static final String CLOSED_CALLS = CALLS.replace("true}]", "false}]");

    public static final String CITIES = """
            {"items":[{"id":"porto","name":"Porto","country":"PT","role":"PARTNER","partnerOrganisation":"InvestPorto"},
             {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD"}],"page":0,"size":50,"total":2}""";

    public static final String APPLICATION = """
            {"id":"app-1","callId":"call-1","givenName":"Ana","familyName":"O’Neil <b>","email":"ana@example.org",
             "organisation":"R&D \\"North\\"","position":null,"cityId":"porto","country":"PT","profile":"EXPERT","contributor":true,"motivation":"One\\nTwo",
             "state":"SUBMITTED","bucket":null,"appliedAt":"2016-10-10T09:00:00Z","decidedAt":null,"version":3,
             "history":[{"at":"2016-10-10T09:00:00Z","actor":"public","action":"application-submitted","details":{"after":"SUBMITTED"}},{"at":"2016-10-10T09:00:00Z","actor":"system","action":"application-seen","details":null},{"at":"2016-10-10T09:30:00Z","actor":"user:5b0f8f1e-0000-4000-8000-1234567890ab","action":"application-waitlisted","details":null}]}""";

    public static final String APPLICATIONS = "{\"items\":[" + APPLICATION + "],\"page\":1,\"size\":50,\"total\":120}";

    public static final String SEATS = """
            {"callId":"call-1","capacity":50,"held":13,"free":37,"buckets":[{"code":"CITY:porto","label":"Porto","limit":3,"held":3,"free":0},
             {"code":"OPEN","label":"Open","limit":10,"held":4,"free":6}]}""";

    public static final String SUGGESTION = """
            {"callId":"call-1","tag":"\\"cafe\\"","goals":{"maxPerCityInOpenPool":2,"newcomersPercent":30,"minimumPerProfile":{"EXPERT":4}},"goalsVersion":5,
             "buckets":[{"code":"CITY:porto","label":"Porto","limit":3,"held":2,"free":1,"suggested":1}],"admitted":1,"waitlisted":1,"forPeople":1,
             "entries":{"page":0,"size":100,"total":3,"items":[
              {"applicationId":"app-1","proposal":"ADMIT","rank":1,"bucket":"CITY:porto","points":30,"reasons":[{"code":"SEAT","text":"Reserved seat of Porto, 3rd of 3.","points":0},{"code":"VOTES","text":"Votes: 3 yes, 0 no.","points":30}],
               "next":[{"applicationId":"app-2","givenName":"Rui","familyName":"Sá"}],"nextIn":[],"state":"SUBMITTED","givenName":"Ana","familyName":"O’Neil <b>","organisation":"R&D","cityId":"porto","profile":"EXPERT","contributor":true},
              {"applicationId":"app-2","proposal":"WAITLIST","rank":1,"bucket":null,"points":-10,"reasons":[{"code":"FULL","text":"None of the seats of Porto is left; the last goes to somebody with 30 points, this person had -10 for it.","points":0},{"code":"VOTES","text":"Votes: 0 yes, 1 no.","points":-10}],
               "next":[],"nextIn":["CITY:porto"],"state":"WAITLISTED","givenName":"Rui","familyName":"Sá","organisation":"UP","cityId":"porto","profile":"ACADEMIC","contributor":false},
              {"applicationId":"app-3","proposal":"FOR_PEOPLE","rank":1,"bucket":null,"points":0,"reasons":[{"code":"NOT_FOR_RULE","text":"Nothing is proposed: people decide.","points":0}],
               "next":[],"nextIn":[],"state":"SUBMITTED","givenName":"Eva","familyName":"Kos","organisation":"Press","cityId":null,"profile":"OTHER","contributor":false}]}}""";

    public static final String OWN = """
            {"id":"app-1","state":"ADMITTED","workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","givenName":"Ana","familyName":"Sá",
             "cityId":"porto","nextStep":"Book a room.","canCorrect":true,"canWithdraw":true,"decisionNote":"Bring <posters>."}""";

    public static final String OWN_DATA = """
            {"asOf":"2016-10-10T09:00:00Z","zone":"Europe/Lisbon","sections":{"application":{"givenName":"Ana","motivation":"One <two>"}},
             "kept":[{"section":"application","field":"givenName","purpose":"To address you","erasedAfter":"2017-05-24T22:00:00Z"},
              {"section":"application","field":"motivation","purpose":"To decide","erasedAfter":"2017-02-23T23:00:00Z"}]}""";

    public static final String HISTORY = """
            {"items":[{"at":"2016-10-11T09:00:00Z","actor":"user:5b0f8f1e-0000-4000-8000-1234567890ab","action":"application-admitted","objectType":"application",
              "objectId":"app-1","details":{"after":"ADMITTED","bucket":"OPEN","before":"SUBMITTED"}},
             {"at":"2016-10-11T08:00:00Z","actor":"user:6","actorName":"Olga <Organiser>","action":"application-commented","objectType":"comment",
              "objectId":"c-1","details":{"applicationId":"app-1"}},
             {"at":"2016-10-10T09:00:00Z","actor":"public","action":"application-submitted","objectType":"application","objectId":"app-1",
              "details":{"state":"SUBMITTED"}}],"page":0,"size":50,"total":60}""";
    public static final String DESK_ROW = """
            {"id":"app-1","callId":"call-1","state":"SUBMITTED","givenName":"Ana","familyName":"O’Neil <b>","organisation":"R&D","position":null,
             "cityId":"porto","country":"PT","profile":"EXPERT","contributor":true,"bucket":null,"appliedAt":"2016-10-10T09:00:00Z","decidedAt":null,"version":3,
             "newcomer":true,"votes":{"yes":2,"maybe":0,"no":1,"mine":"YES"},"comments":1,"tag":"\\"v3\\""}""";

    public static final String STAGED_ROW = """
            {"id":"app-2","callId":"call-1","state":"SUBMITTED","givenName":"Rui","familyName":"Sá","organisation":"UP","position":"Professor",
             "cityId":null,"country":"PT","profile":"ACADEMIC","contributor":false,"bucket":null,"appliedAt":"2016-10-10T09:30:00Z","decidedAt":null,"version":3,
             "newcomer":false,"staged":{"applicationId":"app-2","decision":"DECLINE","reasonCode":"LATE","note":"Sorry <3","bucket":null,"step":"0190",
              "stagedBy":"maria","mine":false,"stagedAt":"2016-10-10T10:00:00Z"},"votes":{"yes":0,"maybe":0,"no":0,"mine":null},"comments":0,
             "tag":"\\"v3.0190\\""}""";

    public static final String DESK =
            "{\"items\":[" + DESK_ROW + "," + STAGED_ROW + "],\"page\":0,\"size\":50,\"total\":120}";

    public static final String PLAN = """
            {"callId":"call-1","tag":"\\"feed\\"","capacity":50,"held":13,"after":16,"people":4,"over":0,
             "buckets":[{"code":"CITY:porto","label":"Porto","limit":4,"held":1,"freed":0,"planned":2,"over":0,"after":3,"kept":1},
              {"code":"OPEN","label":"Open","limit":10,"held":4,"freed":0,"planned":1,"over":0,"after":5,"kept":0}],
             "cities":[{"key":"none","held":2,"after":2},{"key":"porto","held":1,"after":3}],"profiles":[{"key":"EXPERT","held":1,"after":4}],
             "organisations":[{"key":"R&D <b>","held":0,"after":1}],"newcomers":[{"key":"NEWCOMER","held":5,"after":8}],
             "outcomes":[{"decision":"ADMIT","mail":"application-admitted","recipients":3,"samples":[{"applicationId":"app-1","givenName":"Ana","familyName":"Sá",
               "language":"en","bucket":"CITY:porto","reasonCode":null,"note":"Bring <posters>.","stagedBy":"maria","stagedAt":"2016-10-10T10:00:00Z"}]},
              {"decision":"WAITLIST","mail":"application-waitlisted","recipients":0,"samples":[]},
              {"decision":"DECLINE","mail":"application-declined","recipients":1,"samples":[]}],"changedSince":["app-2"],
             "clusters":[{"key":"gaia","held":1,"after":2},{"key":"none","held":2,"after":3}],
             "needs":[{"kind":"DINNER","key":"o1","title":"Dinner in Sachsenhausen","startsAt":"2016-11-24T19:00:00Z","night":null,"limit":3,"held":2,"after":4},
              {"kind":"BUS","key":"o2","title":"Night bus","startsAt":"2016-11-24T22:00:00Z","night":null,"limit":0,"held":0,"after":0},
              {"kind":"NIGHT","key":"2016-11-23","title":null,"startsAt":null,"night":"2016-11-23","limit":12,"held":1,"after":1}],
             "unsaid":[{"key":"PLACES","held":0,"after":2},{"key":"NIGHT","held":0,"after":1}]}""";

    public static final String REVIEW = """
            {"yes":2,"maybe":0,"no":1,"votes":[{"by":"maria","mine":false,"vote":"NO","at":"2016-10-10T10:00:00Z"},
             {"by":"organiser","mine":true,"vote":"YES","at":"2016-10-10T10:01:00Z"}],
             "comments":[{"id":"c1","by":"maria","mine":false,"text":"Met in <Bilbao>.","at":"2016-10-10T10:02:00Z"}]}""";

    public static final String VIEWS = """
            [{"id":"v1","name":"Porto <new>","shared":true,"by":"organiser","mine":true,"state":"SUBMITTED","city":"porto","profile":null,"staged":"NONE",
             "unvoted":true,"sort":"name","version":2},{"id":"v2","name":"Experts","shared":true,"by":"maria","mine":false,"state":null,"city":null,
             "profile":"EXPERT","staged":null,"unvoted":false,"sort":"appliedAt","version":0}]""";

    public static final String EARLIER = """
            [{"applicationId":"app-0","callId":"call-0","workshop":"bilbao-2016","title":"Workshop in Bilbao","startsAt":"2016-05-10T09:00:00Z","state":"ADMITTED",
             "appliedAt":"2016-04-01T09:00:00Z","daysAttended":2}]""";

    /** The same before anybody has decided. */
    public static final String OWN_UNDECIDED = """
            {"id":"app-1","version":4,"state":"SUBMITTED","workshopSlug":"frankfurt-2016","workshopTitle":"Workshop in Frankfurt","zone":"Europe/Berlin",
             "givenName":"Ana","familyName":"Sá","email":"ana@example.org","organisation":"R&D","position":null,"cityId":"porto","country":"PT",
             "profile":"EXPERT","contributor":true,"motivation":"One\\nTwo <b>","nextStep":"Wait.","nextStepAt":"2016-11-04T17:00:00Z",
             "callClosesAt":"2016-11-04T17:00:00Z","canEdit":true,"canCorrect":true,"canWithdraw":true,"hasCalendar":false}""";

    private Answers() {}

    /** All services answer for the Frankfurt workshop. */
    public static void frankfurt() {
        for (StubService service : new StubService[] {
            Neighbours.EVENT, Neighbours.REGISTRATION, Neighbours.DIRECTORY, Neighbours.NOTIFICATION
        }) {
            service.reset();
        }
        Neighbours.EVENT.get("/api/v1/workshops", WORKSHOPS);
        Neighbours.EVENT.get("/api/v1/workshops/frankfurt-2016", WORKSHOP);
        Neighbours.EVENT.get("/api/v1/workshops/frankfurt-2016/programme", PROGRAMME);
        call(CALLS);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls", CALLS);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1", CALLS.substring(1, CALLS.length() - 1));
        Neighbours.REGISTRATION.get("/api/v1/self-service/application", OWN);
        Neighbours.REGISTRATION.get("/api/v1/self-service/own-data", OWN_DATA);
        Neighbours.REGISTRATION.get(
                "/api/v1/personal-fields",
                "[{\"section\":\"application\",\"field\":\"familyName\",\"purpose\":\"To <address> you\",\"keptForDays\":180,\"kept\":\"180 days after the workshop\"}]");
        Neighbours.REGISTRATION.get("/api/v1/admin/applications/app-1/history", HISTORY);
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", APPLICATIONS);
        Neighbours.REGISTRATION.get("/api/v1/admin/applications/app-1", APPLICATION);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/seats", SEATS);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/suggestion", SUGGESTION);
        Neighbours.REGISTRATION.get("/api/v1/admin/desk", DESK);
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/desk/app-1", "{\"row\":" + DESK_ROW + ",\"previous\":null,\"next\":\"app-2\"}");
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/desk/app-2", "{\"row\":" + STAGED_ROW + ",\"previous\":\"app-1\",\"next\":null}");
        Neighbours.REGISTRATION.get("/api/v1/admin/applications/app-2", APPLICATION.replace("app-1", "app-2"));
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/plan", PLAN);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/releases", """
                {"items":[{"id":"r1","callId":"call-1","releasedBy":"maria","releasedAt":"2016-10-09T10:00:00Z","planned":3,"admitted":2,"waitlisted":0,
                 "declined":0,"kept":1,"finishedAt":"2016-10-09T10:00:01Z"}],"page":0,"size":5,"total":1}""");
        for (String id : new String[] {"app-1", "app-2"}) {
            Neighbours.REGISTRATION.get("/api/v1/admin/applications/" + id + "/review", REVIEW);
            Neighbours.REGISTRATION.get("/api/v1/admin/applications/" + id + "/earlier", EARLIER);
        }
        Neighbours.REGISTRATION.get("/api/v1/admin/saved-views", VIEWS);
        Neighbours.REGISTRATION.get(
                "/api/v1/calls/call-1/admission-rule",
                "{\"callId\":\"call-1\",\"sentences\":[\"People decide.\",\"At most <2> of a city.\"],\"seatsFor\":[\"CITIES\",\"CONTRIBUTORS\",\"EVERYBODY\"]}");
        Neighbours.REGISTRATION.get("/api/v1/partner/applications", APPLICATIONS);
        Neighbours.REGISTRATION.get("/api/v1/partner/applications/app-1", APPLICATION);
        Neighbours.DIRECTORY.get("/api/v1/cities", CITIES);
        Neighbours.DIRECTORY.get(
                "/api/v1/clusters",
                "{\"items\":[{\"id\":\"gaia\",\"name\":\"GAIA <b>\"}],\"page\":0,\"size\":200,\"total\":1,\"facets\":{}}");
        Neighbours.NOTIFICATION.get("/api/v1/admin/mails", """
                {"items":[{"id":"m1","applicationId":"app-1","workshopId":"0190","template":"application-received","state":"UNCLEAR","attempts":1,"address":"a***@e***.org","reply":null,
                 "messageId":"<one@infocus.example>","queuedAt":"2016-10-10T09:00:01Z","version":4}],"page":0,"size":50,"total":120}""");
    }

    /** The same application when its person's data have been erased. */
    public static String erased(String application) {
        return application
                .replaceFirst("\"givenName\":\"[^\"]*\"", "\"givenName\":\"\"")
                .replaceFirst("\"familyName\":\"[^\"]*\"", "\"familyName\":\"(erased)\"");
    }

    /** There is another workshop with a call, a mail about another application, and another application that has changed. */
    public static void anotherWorkshop() {
        Neighbours.EVENT.get(
                "/api/v1/workshops",
                "{\"items\":[" + WORKSHOP + "," + inPorto(WORKSHOP) + "],\"page\":0,\"size\":50,\"total\":2}");
        Neighbours.REGISTRATION.get("/api/v1/calls", "[" + ofList(CALLS) + "," + inPorto(ofList(CALLS)) + "]");
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/calls/call-1/plan",
                plan -> plan.replace("\"changedSince\":[", "\"changedSince\":[\"app-1\","));
        Neighbours.NOTIFICATION.change("/api/v1/admin/mails", mails -> mails.replaceFirst("(?s)\\[(.*)]", "[$1,$1]")
                .replaceFirst("app-1", "app-2"));
    }

    private static String inPorto(String workshopOrCall) {
        return workshopOrCall
                .replace("frankfurt-2016", "porto-2017")
                .replace("in Frankfurt", "in Porto")
                .replace("call-1", "call-2")
                .replace("\"0190\"", "\"0191\"");
    }

    private static String ofList(String list) {
        return list.substring(1, list.length() - 1);
    }

    /** Registration answers for this list of one call, and for the call itself. */
    public static void call(String calls) {
        Neighbours.REGISTRATION.get("/api/v1/calls", calls);
        Neighbours.REGISTRATION.get("/api/v1/calls/call-1", calls.substring(1, calls.length() - 1));
    }

    /** The call is for these cities, a list in JSON. */
    public static void callOfCities(String cityIds) {
        call(CALLS.replace("\"acceptsApplications\"", "\"cityIds\":" + cityIds + ",\"acceptsApplications\""));
    }

    /** A directory of more clusters than a list can hold; those whose words somebody has looked for are these. */
    public static void manyClusters(String found) {
        String some = IntStream.range(0, 200)
                .mapToObj(number -> "{\"id\":\"some-%d\",\"name\":\"Some %d\"}".formatted(number, number))
                .collect(Collectors.joining(","));
        Neighbours.DIRECTORY.get(
                "/api/v1/clusters", "{\"items\":[" + some + "],\"page\":0,\"size\":200,\"total\":10000,\"facets\":{}}");
        Neighbours.DIRECTORY.get("/api/v1/clusters", "q=", found);
    }
}
