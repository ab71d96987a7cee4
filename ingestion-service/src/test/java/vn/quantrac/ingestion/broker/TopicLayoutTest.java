package vn.quantrac.ingestion.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TopicLayoutTest {
    @Test
    void the_station_is_the_level_that_the_province_says() {
        assertThat(new TopicLayout("quantrac/v1/stations/+/readings", 4)
                        .station("quantrac/v1/stations/HG_GIAY_NUO001/readings"))
                .contains("HG_GIAY_NUO001");
        assertThat(new TopicLayout("+", 1).station("HG_GIAY_NUO001")).contains("HG_GIAY_NUO001");
        assertThat(new TopicLayout("#", 2).station("/HG_GIAY_NUO001/")).contains("HG_GIAY_NUO001");
    }

    @Test
    void a_topic_without_that_level_names_none() {
        assertThat(new TopicLayout("can-tho/#", 2).station("can-tho")).isEmpty();
        assertThat(new TopicLayout("can-tho/#", 2).station("can-tho/")).isEmpty();
        assertThat(new TopicLayout("can-tho/#", 3).station("can-tho//x")).contains("x");
        assertThat(new TopicLayout("can-tho/#", 2).station("can-tho//x")).isEmpty();
    }

    @Test
    void levels_are_counted_from_one() {
        assertThatThrownBy(() -> new TopicLayout("#", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
