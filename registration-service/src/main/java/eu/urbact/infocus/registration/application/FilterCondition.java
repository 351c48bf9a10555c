package eu.urbact.infocus.registration.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A filter in the words of the query language. */
record FilterCondition(String where, Map<String, Object> parameters) {

    static FilterCondition of(ApplicationFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (filter.callId() != null) {
            conditions.add("callId = :callId");
            parameters.put("callId", filter.callId());
        }
        if (filter.state() != null) {
            conditions.add("state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.cities() != null) {
            conditions.add("cityId in :cities");
            parameters.put("cities", filter.cities());
        }
        if (filter.withoutCity()) {
            conditions.add("cityId is null");
        }
        for (List<String> patterns : SearchWords.of(filter.text())) {
            List<String> likes = new ArrayList<>();
            for (String pattern : patterns) {
                String name = "pattern" + parameters.size();
                // as a query of its own, or it would be folded anew for every row
                likes.add("searchText like (select cast(function('folded', :" + name + ") as String)) escape '!'");
                parameters.put(name, pattern);
            }
            conditions.add("(" + String.join(" or ", likes) + ")");
        }
        if (filter.profile() != null) {
            conditions.add("profile = :profile");
            parameters.put("profile", filter.profile());
        }
        filter.narrowings().forEach(narrowing -> {
            conditions.add("(" + narrowing.condition() + ")");
            parameters.putAll(narrowing.parameters());
        });
        return new FilterCondition(String.join(" and ", conditions), parameters);
    }

    String ordered(ApplicationFilter filter) {
        return where + " order by " + filter.order().columns();
    }
}
