package corpus

import (
	"encoding/json"
	"fmt"
)

// Orders are what a shop sends, compact: short text, small numbers, many
// small structs.
//
//derive:serialize,deserialize rename_all=camelCase
type Orders struct {
	Orders []Order `json:"orders"`
}

//derive:serialize,deserialize rename_all=camelCase
type Order struct {
	ID       int64     `json:"id"`
	Placed   string    `json:"placed"`
	Status   string    `json:"status"`
	Customer Customer  `json:"customer"`
	Items    []Product `json:"items"`
	Total    float64   `json:"total"`
	Paid     bool      `json:"paid"`
	Note     *string   `json:"note"`
}

//derive:serialize,deserialize rename_all=camelCase
type Customer struct {
	ID    int64    `json:"id"`
	Name  string   `json:"name"`
	Email string   `json:"email"`
	Tags  []string `json:"tags"`
}

//derive:serialize,deserialize rename_all=camelCase
type Product struct {
	SKU   string  `json:"sku"`
	Title string  `json:"title"`
	Price float64 `json:"price"`
	Count int64   `json:"count"`
}

// Person is a small document: as JSON, [Ada] has 93 bytes.
//
//derive:serialize,deserialize rename_all=camelCase
type Person struct {
	Name  string   `json:"name"`
	Age   int64    `json:"age"`
	Email string   `json:"email"`
	Tags  []string `json:"tags"`
	Admin bool     `json:"admin"`
}

// Ada is a Person.
const Ada = `{"name":"Ada Lovelace","age":36,"email":"ada@example.org","tags":["math","art"],"admin":true}`

var (
	first  = []string{"Ada", "Alan", "Barbara", "Edsger", "Grace", "Donald", "Zoë", "Łukasz"}
	last   = []string{"Lovelace", "Turing", "Liskov", "Dijkstra", "Hopper", "Knuth"}
	goods  = []string{"Bolt M6", "Nut M6", "Washer", "Hex key 5 mm", "Vise", "Bench \"pro\"", "File", "Rasp"}
	tags   = []string{"new", "gold", "trade", "export", "hold"}
	states = []string{"open", "packed", "sent", "returned"}
)

// MakeOrders returns n orders as JSON, the same each time.
func MakeOrders(n int) ([]byte, error) {
	r := random(1)
	all := Orders{Orders: make([]Order, n)}
	for i := range all.Orders {
		all.Orders[i] = r.order(i)
	}
	return json.Marshal(all)
}

// random is a xorshift generator.
type random uint64

func (r *random) below(n int) int {
	*r ^= *r << 13
	*r ^= *r >> 7
	*r ^= *r << 17
	return int(*r>>33) % n
}

func (r *random) of(words []string) string { return words[r.below(len(words))] }

func (r *random) order(i int) Order {
	o := Order{
		ID:       int64(1_000_000 + i),
		Placed:   fmt.Sprintf("2026-%02d-%02dT%02d:%02d:00Z", 1+r.below(12), 1+r.below(28), r.below(24), r.below(60)),
		Status:   r.of(states),
		Customer: r.customer(),
		Items:    make([]Product, 1+r.below(5)),
		Paid:     r.below(3) > 0,
	}
	cents := 0
	for k := range o.Items {
		price, count := 5+r.below(20_000), 1+r.below(12)
		cents += price * count
		o.Items[k] = Product{
			SKU:   fmt.Sprintf("%c%c-%04d", 'A'+r.below(26), 'A'+r.below(26), r.below(10_000)),
			Title: r.of(goods),
			Price: float64(price) / 100,
			Count: int64(count),
		}
	}
	o.Total = float64(cents) / 100
	if r.below(10) == 0 {
		note := "leave with " + r.of(first) + "\nring twice"
		o.Note = &note
	}
	return o
}

func (r *random) customer() Customer {
	c := Customer{
		ID:   int64(1 + r.below(100_000)),
		Name: r.of(first) + " " + r.of(last),
		Tags: make([]string, r.below(3)),
	}
	c.Email = fmt.Sprintf("user%d@example.org", c.ID)
	for i := range c.Tags {
		c.Tags[i] = r.of(tags)
	}
	return c
}
