"""What stands between the articles of composed pages: captions, credits, names of columns, in sets of several hands.

Each page of the learning scripts draws from one set, so that the manner of a paper is learnt, not the wording of one.
The braces are filled by the composer.
"""

Extras = dict[str, list[str]]

SETS: tuple[Extras, ...] = (
    {  # a county paper
        "captions": [
            "{day},{place}{thing}现场,人头攒动。",
            "图为{place}群众参加{thing}。",
            "{place}{thing}如火如荼",
            "{day},在{place}一处工地上,工人们正忙着{thing}。近年来,该地把{thing}当作头等大事来抓,成效明显。",
            "村民在{place}查看{thing}情况。",
            "工人在{place}抢抓晴好天气赶进度。",
        ],
        "credits": ["■通讯员 {name} 摄", "■ {name} 摄", "(通讯员 {name} 摄)", "通讯员 {name} {name2} 摄"],
        "rubrics": [
            "{thing}进行曲", "大美{place}", "{thing}看点", "来自{thing}一线的报道", "百姓故事", "本地要闻",
            "县域经济", "{place}时讯", "抓{thing} 促发展", "文明{place} 你我同行", "{thing}红黑榜", "身边好人",
            "奋斗者", "乡镇传真", "部门动态", "人大之窗", "政协之声", "简讯", "两会特别报道", "{thing}每日谈",
        ],
    },
    {  # a daily of a city
        "captions": [
            "{place},{name}在{thing}现场忙碌。{day}摄",
            "{day},航拍{place}。",
            "市民在{place}体验{thing}。",
            "{thing}让{place}换了模样。",
            "上图:{place}{thing}现场。下图:志愿者在登记。",
            "{place}内,工作人员正为前来咨询{thing}的居民讲解政策。",
            "这是{day}拍摄的{place}一景。",
        ],
        "credits": [
            "本报记者 {name} 摄", "本报记者 {name} 通讯员 {name2} 摄", "记者 {name} 摄", "({name} 摄)", "{name} 摄",
        ],
        "rubrics": [
            "都市圈", "{thing}最前线", "民生直通车", "{thing}追踪", "{place}发布", "我们的{thing}", "城事", "财经观察",
            "新闻深一度", "热线新闻", "打卡{place}", "{thing}在身边", "问政{place}", "追光", "思想周刊", "国内国际",
            "一周看点", "解码{thing}", "权威访谈", "对话{place}", "数读{thing}", "法眼", "读城", "体育新闻",
        ],
    },
    {  # a paper of a trade or of a party organisation
        "captions": [
            "{place}党员志愿者在{thing}一线。",
            "{day},{place}举办{thing}专题培训班。",
            "图①:{place}{thing}现场。",
            "近年来,{place}深入推进{thing},群众获得感不断增强。图为党员在宣讲。",
            "{place}组织党员开展{thing}主题党日",
            "{name}(左二)在{place}调研{thing}。",
        ],
        "credits": ["□ {name} 摄", "{name} 摄影", "图/{name}", "■本报记者 {name} 摄", "(本报通讯员 {name} 摄)"],
        "rubrics": [
            "党建引领{thing}", "{thing}论坛", "支部生活", "先锋谱", "理论与实践", "学习园地", "{thing}经验谈",
            "书记谈{thing}",
            "他山之石", "{place}经验", "工作研究", "来稿选登", "专论", "强基固本", "不忘初心 砥砺前行", "喜迎二十大",
            "庆祝建党百年", "党史百年", "{thing}先锋", "青年说", "匠心", "基层治理新探索", "言论", "短评", "典型引路",
        ],
    },
    {  # an evening paper
        "captions": [
            "{day},{place}{thing}如火如荼。", "{place}:{thing}正当时。", "{day},村民在{place}参加{thing}。",
            "俯瞰{place}{thing}工地,机械轰鸣,车辆穿梭。",
            "{place}扎实开展{thing},图为工作人员向居民发放宣传资料。",
            "{day},孩子们在{place}体验{thing}的乐趣。",
        ],
        "credits": [
            "(记者 {name} 摄)", "■{name} 摄影", "□通讯员 {name} 摄", "本报记者 {name} {name2} 摄影报道",
            "通讯员 {name} {name2} 摄",
            "摄影:{name}",
        ],
        "rubrics": [
            "{thing}观察", "关注·{thing}", "来自{place}的报道", "{place}时讯", "奋进新征程", "一线故事",
            "{thing}看变化", "话说{thing}",
            "我的{thing}故事", "基层直通车",
        ],
    },
    {  # a paper of a province
        "captions": [
            "图为{place}{thing}一角。", "{day},志愿者在{place}为群众讲解{thing}知识。",
            "{place}{thing}取得阶段性成效。据了解,当地已完成全年任务的八成。",
            "连日来,{place}{thing}热潮涌动,处处是忙碌的身影。",
            "上图:{place}组织开展{thing}。", "{thing}期间,{place}党员干部走上街头服务群众。",
        ],
        "credits": [
            "■记者 {name} 摄", "{name} 摄", "(通讯员 {name} 摄影报道)", "■本报通讯员 {name} 摄影报道",
            "记者 {name} 通讯员 {name2} 摄",
            "{name} {name2} 摄",
        ],
        "rubrics": [
            "{place}要闻", "{thing}周刊", "{thing}特刊", "速读", "读懂{thing}", "高质量发展看{place}",
            "{thing}百日攻坚",
            "四季{place}", "民情日记", "{thing}纪事",
        ],
    },
)  # fmt: skip
